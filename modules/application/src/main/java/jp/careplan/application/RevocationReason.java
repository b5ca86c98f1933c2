package jp.careplan.application;

/** 失効の理由; the names are those of RFC 5280, 5.3.1. */
public enum RevocationReason {
  KEY_COMPROMISE("端末や証明書のファイルをなくした・盗まれた"),
  CESSATION_OF_OPERATION("この端末をもう使わない"),
  SUPERSEDED("新しい電子証明書に入れ替えた"),
  UNSPECIFIED("そのほか");

  private final String words;

  RevocationReason(String words) {
    this.words = words;
  }

  /** As pages say it. */
  public String words() {
    return words;
  }
}
