package jp.careplan.support;

import jp.careplan.kernel.ProblemCode;

/** Refusals of the help desk. */
public enum SupportProblem implements ProblemCode {
  NO_SUCH_TEXT("SU-101", 404, "この質問や案内は見つかりません", "よくある質問の検索か、分類からさがしてください。");

  private final String code;
  private final int status;
  private final String title;
  private final String remedy;

  SupportProblem(String code, int status, String title, String remedy) {
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
