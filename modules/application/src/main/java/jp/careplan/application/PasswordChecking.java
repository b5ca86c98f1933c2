package jp.careplan.application;

import jp.careplan.kernel.UserId;

/** Asks for a password without a sign-in. */
public interface PasswordChecking {
  /**
   * Asks whoever is signed in for the password again, when a page was locked. Guesses are slowed
   * for this session alone.
   */
  void check(OfficeSession session, String password);

  /**
   * Whose ID and password these are, if he administers his office; refuses what a sign-in with them
   * alone would refuse, and counts guesses as there.
   */
  UserId prove(SigningIn.Credentials credentials);
}
