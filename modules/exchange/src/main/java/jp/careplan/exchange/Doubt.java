package jp.careplan.exchange;

/** Why a destination is asked about once more before anything goes there. */
public enum Doubt {
  /** Nothing ever went from this office to that one. */
  FIRST_EXCHANGE("この相手には、はじめて送ります", "事業所番号と名前が、送りたい相手のものか確かめてください。"),
  /** No row of form 6 carries the recipient's number. */
  NO_ROW("送り先の事業所のサービスが、予定に1件もありません", "送り先と、予定のサービス事業者が合っているか、確かめてください。");

  private final String words;
  private final String remedy;

  Doubt(String words, String remedy) {
    this.words = words;
    this.remedy = remedy;
  }

  /** What is unusual. */
  public String words() {
    return words;
  }

  /** For the pages. */
  public String getWords() {
    return words;
  }

  public String getRemedy() {
    return remedy;
  }

  /** What to look at. */
  public String remedy() {
    return remedy;
  }
}
