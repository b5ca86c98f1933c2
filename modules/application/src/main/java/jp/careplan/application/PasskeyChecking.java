package jp.careplan.application;

import java.util.List;

/**
 * Asks for a passkey without a sign-in: whoever came in with one opens the lock of a page with it.
 */
public interface PasskeyChecking {
  /**
   * What a browser needs; the challenge is good for five minutes, once, and for this session.
   *
   * @param known base64url IDs of those that open this lock
   */
  record Question(String challenge, String relyingParty, List<String> known) {}

  Question ask(OfficeSession session);

  /**
   * Takes the browser's answer; refuses a passkey of anybody else.
   *
   * @param answer AuthenticationResponseJSON of WebAuthn
   */
  void check(OfficeSession session, String answer);
}
