package jp.careplan.application;

/** パスワードの変更. All other sessions of the account end with the old password. */
public interface PasswordChanging {
  /** Replaces the password, temporary or not, after checking the present one. */
  void change(SigningIn.Credentials present, String newPassword);

  /** The same for whoever is signed in; this session goes on. */
  void change(OfficeSession session, String present, String newPassword);
}
