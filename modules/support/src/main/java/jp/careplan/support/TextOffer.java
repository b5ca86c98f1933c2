package jp.careplan.support;

/** What a release did to a text, as long as no editor answered it. */
public enum TextOffer {
  NONE(""),
  CHANGED("更新の提案"),
  GONE("出荷版からなくなりました");

  private final String label;

  TextOffer(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
