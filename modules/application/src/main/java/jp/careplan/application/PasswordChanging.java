package jp.careplan.application;

/** パスワードの変更. */
public interface PasswordChanging {
  /** Replaces the password, temporary or not, after checking the present one. */
  void change(SigningIn.Credentials present, String newPassword);
}
