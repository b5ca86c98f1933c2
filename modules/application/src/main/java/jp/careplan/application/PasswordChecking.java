package jp.careplan.application;

/** Asks whoever is signed in for the password again, when a page was locked. */
public interface PasswordChecking {
  /** Refuses a wrong password; guesses are slowed for this session alone. */
  void check(OfficeSession session, String password);
}
