package jp.careplan.support;

/** What there is to read. */
public enum TextKind {
  FAQ("よくある質問", "/support/answer?name="),
  GUIDE("ガイド", "/support/guide?name="),
  NEWS("お知らせ", "/support/news?name="),
  TERM("用語", "/support/glossary#");

  private final String label;
  private final String address;

  TextKind(String label, String address) {
    this.label = label;
    this.address = address;
  }

  public String label() {
    return label;
  }

  String address() {
    return address;
  }
}
