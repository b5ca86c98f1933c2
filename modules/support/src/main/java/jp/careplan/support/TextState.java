package jp.careplan.support;

/** How far the newest version of a text has come. */
public enum TextState {
  DRAFT("下書き"),
  REVIEW("確認待ち"),
  PUBLISHED("公開中"),
  ARCHIVED("公開終了");

  private final String label;

  TextState(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
