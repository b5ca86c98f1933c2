package jp.careplan.application;

/** パスキーで入る. The device knows whose it is: no ID is typed. */
public interface PasskeySigningIn {
  /** What a browser needs; the challenge is good for five minutes, and once. */
  record Question(String challenge, String relyingParty) {}

  /** Whether passkeys are used here at all. */
  boolean isOpen();

  Question ask();

  /**
   * Takes the browser's answer.
   *
   * @param answer AuthenticationResponseJSON of WebAuthn
   */
  SignedIn signIn(String answer);
}
