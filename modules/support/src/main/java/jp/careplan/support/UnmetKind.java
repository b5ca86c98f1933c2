package jp.careplan.support;

/** Where it came up that somebody found no answer. */
public enum UnmetKind {
  SEARCH("検索で見つからない"),
  VOTE("役に立たなかった"),
  CHAT("チャットで答えられない"),
  INQUIRY("お問い合わせの件名");

  private final String label;

  UnmetKind(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }
}
