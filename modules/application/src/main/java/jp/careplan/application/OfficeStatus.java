package jp.careplan.application;

/** 事業所の状態. */
public enum OfficeStatus {
  ACTIVE("利用中"),
  SUSPENDED("休止中"),
  CLOSED("廃止");

  private final String word;

  OfficeStatus(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
