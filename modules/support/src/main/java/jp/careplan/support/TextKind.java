package jp.careplan.support;

/** What there is to read. */
public enum TextKind {
  FAQ("よくある質問", "/support/answer?name="),
  GUIDE("ガイド", "/support/guide?name="),
  NEWS("お知らせ", "/support/news?name="),
  TERM("用語", "/support/glossary#"),

  /** Fees, personal data, accessibility: each at an address of its own that never dies. */
  PAGE("案内ページ", "/support/");

  private final String label;
  private final String address;

  TextKind(String label, String address) {
    this.label = label;
    this.address = address;
  }

  public String label() {
    return label;
  }

  /** Whether there are as many as are shipped: none is begun, and none ever ends. */
  public boolean isFixed() {
    return this == PAGE;
  }

  String address() {
    return address;
  }
}
