package jp.careplan.exchange;

import jp.careplan.kernel.ProblemCode;
import jp.careplan.kernel.ProblemText;

/** Refusals of what makers of care software do without an account: the check, the vendor test. */
public enum VendorProblem implements ProblemCode {
  CHECK_BUSY("EX-404", 503, "いま、ほかの人の確認で混み合っています", "少し待ってから、もう一度お試しください。ファイルは残っていません。"),
  CHECKED_TOO_OFTEN(
      "EX-405", 429, "短い時間に何度も確認しました", "少し待つか、パソコンで動く確認プログラム（careplan-check.jar）を使ってください。"),
  CHECK_TOO_LONG("EX-406", 422, "確認に時間がかかりすぎました", "ファイルを分けて、もう一度お試しください。"),
  BAD_ARCHIVE("EX-407", 422, "ZIPを開けません", "パスワードのないZIPに作り直すか、ファイルのまま選んでください。"),
  TOO_MANY_FINDINGS("EX-408", 422, "指摘が多すぎるため、結果をまとめられません", "ファイルを分けて、もう一度お試しください。"),
  VENDOR_ASKED_TOO_OFTEN("EX-409", 429, "短い時間に何度も申し込みました", "届いたメールを確かめるか、10分ほど待ってください。"),
  VENDOR_RUN_GONE("EX-410", 404, "このベンダ試験は見つかりません", "いちばん新しいメールのリンクを開いてください。なくしたときは、リンクを送り直せます。"),
  VENDOR_RUN_INCOMPLETE("EX-411", 422, "申し込みに足りないところがあります", "介護ソフトの名前・版・会社と、メールアドレスを入れてください。"),
  VENDOR_RUN_STATE("EX-412", 409, "ベンダ試験のいまの状態では、できません", "画面を開き直し、いまの状態を確かめてください。"),
  NOTHING_PASSED("EX-413", 422, "まだ合格したものがありません", "1つ以上合格してから、公開を申し込んでください。"),
  NO_SUCH_PART("EX-414", 404, "ベンダ試験にこの種類はありません", "試験の一覧から選び直してください。"),
  SANDBOX_ALONE("EX-415", 422, "試験用の事業所は、試験用の事業所か練習用事業所とだけやりとりできます", "送り元と送り先の事業所番号を確かめてください。");

  private final ProblemText text;

  VendorProblem(String code, int status, String title, String remedy) {
    text = new ProblemText(code, status, title, remedy);
  }

  @Override
  public ProblemText text() {
    return text;
  }
}
