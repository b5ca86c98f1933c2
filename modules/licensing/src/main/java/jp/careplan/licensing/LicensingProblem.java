package jp.careplan.licensing;

import jp.careplan.kernel.ProblemCode;

/** Refusals for want of a licence. */
public enum LicensingProblem implements ProblemCode {
  NO_LICENSE("LI-101", 403, "ライセンスがないため、送れません", "利用申請をすると送れるようになります。受け取りと保存は、今のままできます。"),
  LICENSE_ENDED("LI-102", 403, "ライセンスの期間が終わったため、送れません", "利用状況の画面で更新してください。受け取りと保存は、今のままできます。");

  private final String code;
  private final int status;
  private final String title;
  private final String remedy;

  LicensingProblem(String code, int status, String title, String remedy) {
    this.code = code;
    this.status = status;
    this.title = title;
    this.remedy = remedy;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String remedy() {
    return remedy;
  }
}
