package jp.careplan.application;

/** Asks whoever is signed in for the password again, when a page was locked. */
public interface PasswordChecking {
  /**
   * Refuses a wrong password, slowed and counted as at the sign-in.
   *
   * @param source where the call comes from
   */
  void check(OfficeSession session, String password, String source);
}
