package jp.careplan.application.internal.certificate;

/** The authority cannot or will not do what it was asked; the message says why, in English. */
public final class AuthorityProblem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AuthorityProblem(String message) {
    super(message);
  }

  public AuthorityProblem(String message, Throwable cause) {
    super(message, cause);
  }
}
