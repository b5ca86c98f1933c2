package jp.careplan.application;

import jp.careplan.kernel.UserId;

/** パスワードの再設定, for whoever cannot sign in. All sessions of the account end. */
public interface PasswordReset {
  /**
   * Asks for a mail with a one-time address. Nothing tells whether there is such an account, or
   * whether it has a security mail.
   *
   * @param userId as typed
   */
  void askByMail(String userId);

  /** Whom a mailed code is for; uses nothing up. */
  UserId preview(String code);

  /** Uses a mailed code up. */
  void byMail(String code, String newPassword);

  /**
   * Uses a recovery code (回復コード) up.
   *
   * @param proof the user ID as typed, with the recovery code in place of the password
   */
  void byRecoveryCode(SigningIn.Credentials proof, String newPassword);
}
