package jp.careplan.application;

/** What a staff user (職員) is there for. */
public enum StaffRole {
  /** Applications, certificates, licence, staff; and all that a user does. */
  ADMINISTRATOR("管理者"),
  /** Sends and receives. */
  USER("一般");

  private final String word;

  StaffRole(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
