package jp.careplan.application;

/** What an operator (運用管理者) is there for; one may have several. */
public enum OperatorRole {
  /** Offices, operators and everything around them. */
  OPERATOR("運用"),
  /** Licences, fees and what is paid. */
  BILLING("料金"),
  /** Answers offices on the telephone: looks, changes nothing. */
  HELPDESK("ヘルプデスク"),
  /** Writes what the pages tell. */
  EDITOR("お知らせの編集"),
  /** Reads the audit trail. */
  AUDITOR("監査");

  private final String word;

  OperatorRole(String word) {
    this.word = word;
  }

  /** What people call it. */
  public String word() {
    return word;
  }
}
