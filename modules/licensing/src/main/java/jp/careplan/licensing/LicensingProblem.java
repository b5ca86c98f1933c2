package jp.careplan.licensing;

import jp.careplan.kernel.ProblemCode;
import jp.careplan.kernel.ProblemText;

/** Refusals for want of a licence. */
public enum LicensingProblem implements ProblemCode {
  NO_LICENSE("LI-101", 403, "ライセンスがないため、送れません", "利用申請をすると送れるようになります。受け取りと保存は、今のままできます。"),
  LICENSE_ENDED("LI-102", 403, "ライセンスの期間が終わったため、送れません", "利用状況の画面で更新してください。受け取りと保存は、今のままできます。"),
  LICENSE_SUSPENDED("LI-103", 403, "ライセンスが止められているため、送れません", "運営者の窓口にお問い合わせください。受け取りと保存は、今のままできます。"),
  NOT_RENEWABLE_YET("LI-104", 409, "まだ更新できません", "更新できる日になってから、もう一度お試しください。それまでは今の期間で送れます。"),
  BAD_FEE("LI-201", 422, "料金を決められません", "0円以上の料金と、明日からあとの日を入れてください。"),
  BAD_CAMPAIGN("LI-202", 422, "キャンペーンを決められません", "名前と、始まりの日、それより後の終わりの日を入れてください。"),
  CONSENT_MISSING(
      "LI-301", 403, "新しい利用規約への同意がないため、送れません", "利用規約の画面で読み、同意すると送れます。受け取りと保存は、今のままできます。");

  private final ProblemText text;

  LicensingProblem(String code, int status, String title, String remedy) {
    text = new ProblemText(code, status, title, remedy);
  }

  @Override
  public ProblemText text() {
    return text;
  }
}
