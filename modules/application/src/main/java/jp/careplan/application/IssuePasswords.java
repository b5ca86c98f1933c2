package jp.careplan.application;

import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.OfficeNumber;

/** 証明書発行用パスワード: whoever knows it may have a certificate made for a terminal of the office. */
public interface IssuePasswords {
  boolean isSet(OfficeNumber office);

  /** By the office itself, in a session that came through a certificate. */
  void set(OfficeSession session, String wanted);

  /**
   * By an operator: draws a new one, which is told this once, for a letter to the office. The old
   * one is worth nothing from now on, and a closed door is open again.
   *
   * @param reason for the trail
   */
  PasswordIssuing.Letter reissue(OperatorSession by, KjUserId user, String reason);
}
