package jp.careplan.application;

/**
 * A fresh session and its secret.
 *
 * @param token opaque, 43 characters; told once, stored hashed
 */
public record SignedIn(String token, OfficeSession session) {
  @Override
  public String toString() {
    return "SignedIn[" + session.id() + "]";
  }
}
