package jp.careplan.application;

import jp.careplan.kernel.KjUserId;

/** An operator gives an office a new temporary password (仮パスワード), which goes there by letter. */
public interface PasswordIssuing {
  /**
   * What the letter says; the password is told this once.
   *
   * @param text the whole letter, plain text
   */
  record Letter(OfficeProfile office, KjUserId user, String temporaryPassword, String text) {
    @Override
    public String toString() {
      return "Letter[" + user + "]";
    }
  }

  /**
   * The password so far, and all sessions of the account, end.
   *
   * @param operator user ID of the operator, for the trail
   */
  Letter issue(KjUserId user, String operator);
}
