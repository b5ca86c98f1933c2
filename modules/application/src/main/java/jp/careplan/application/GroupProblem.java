package jp.careplan.application;

import jp.careplan.kernel.ProblemCode;
import jp.careplan.kernel.ProblemText;

/** Refusals around office numbers that are seen together. */
public enum GroupProblem implements ProblemCode {
  OWN_NUMBER("AP-481", 422, "いま入っている事業所のIDです", "いっしょに見たい、ほかの事業所のIDとパスワードを入れてください。"),
  NOT_LINKED("AP-482", 404, "この事業所は、つながっていません", "画面を開き直して、いまの一覧を確かめてください。"),
  TOO_MANY_LINKED("AP-483", 409, "つなげる事業所の数が上限に達しています", "見なくなった事業所を外すと、その分つなげます。");

  private final ProblemText text;

  GroupProblem(String code, int status, String title, String remedy) {
    text = new ProblemText(code, status, title, remedy);
  }

  @Override
  public ProblemText text() {
    return text;
  }
}
