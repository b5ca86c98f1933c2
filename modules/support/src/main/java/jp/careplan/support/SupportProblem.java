package jp.careplan.support;

import jp.careplan.kernel.ProblemCode;
import jp.careplan.kernel.ProblemText;

/** Refusals of the help desk. */
public enum SupportProblem implements ProblemCode {
  NO_SUCH_TEXT("SU-101", 404, "この質問や案内は見つかりません", "よくある質問の検索か、分類からさがしてください。");

  private final ProblemText text;

  SupportProblem(String code, int status, String title, String remedy) {
    text = new ProblemText(code, status, title, remedy);
  }

  @Override
  public ProblemText text() {
    return text;
  }
}
