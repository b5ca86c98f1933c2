package jp.careplan.application;

import jp.careplan.kernel.ProblemCode;

/** Refusals around office numbers that are seen together. */
public enum GroupProblem implements ProblemCode {
  OWN_NUMBER("AP-481", 422, "いま入っている事業所のIDです", "いっしょに見たい、ほかの事業所のIDとパスワードを入れてください。"),
  NOT_LINKED("AP-482", 404, "この事業所は、つながっていません", "画面を開き直して、いまの一覧を確かめてください。"),
  TOO_MANY_LINKED("AP-483", 409, "つなげる事業所の数が上限に達しています", "見なくなった事業所を外すと、その分つなげます。");

  private final String code;
  private final int status;
  private final String title;
  private final String remedy;

  GroupProblem(String code, int status, String title, String remedy) {
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
