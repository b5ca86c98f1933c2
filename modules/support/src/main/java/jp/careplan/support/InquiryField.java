package jp.careplan.support;

/** What an inquiry says. Their order is that of the form. */
public enum InquiryField {
  KIND("kind", "種別", 12, true),
  SUBJECT("subject", "件名", 60, true),
  BODY("body", "お問い合わせの内容", 2000, true),
  SCREEN("screen", "画面に出た文とコード", 1000, false),
  HAPPENED("happened", "起きた日時", 60, false),
  SOFTWARE("software", "使っている介護ソフトと版", 100, false),
  OFFICE_NUMBER("office-number", "事業所番号", 10, false),
  OFFICE_NAME("office-name", "事業所の名前", 100, false),
  MAIL("mail", "返信先のメールアドレス", 254, true),
  PHONE("phone", "電話番号", 40, false),
  CALL_BACK("call-back", "電話での返事", 1, false),
  CONSENT("consent", "個人情報の扱いへの同意", 1, true);

  private final String id;
  private final String label;
  private final int most;
  private final boolean required;

  InquiryField(String id, String label, int most, boolean required) {
    this.id = id;
    this.label = label;
    this.most = most;
    this.required = required;
  }

  /** Its name in forms. */
  public String id() {
    return id;
  }

  public String label() {
    return label;
  }

  /** Most characters. */
  public int most() {
    return most;
  }

  boolean required() {
    return required;
  }

  /** Whether it is ticked, and not written. */
  public boolean ticked() {
    return this == CALL_BACK || this == CONSENT;
  }
}
