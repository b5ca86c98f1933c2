package jp.careplan.application;

import jp.careplan.kernel.KjUserId;

/** An operator gives an office a new temporary password (仮パスワード), which goes there by letter. */
public interface PasswordIssuing {
  /**
   * What a letter with a password says; the password is told this once.
   *
   * @param text the whole letter, plain text
   */
  record Letter(OfficeProfile office, KjUserId user, String password, String text) {
    @Override
    public String toString() {
      return "Letter[" + user + "]";
    }
  }

  /**
   * The password so far, all sessions of the account, its passkeys and its recovery codes end.
   *
   * @param reason for the trail
   */
  Letter issue(OperatorSession by, KjUserId user, String reason);
}
