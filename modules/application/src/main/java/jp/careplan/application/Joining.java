package jp.careplan.application;

import jp.careplan.kernel.UserId;

/** An invited staff user (職員) chooses a password. */
public interface Joining {
  /** Whom an invitation is for. */
  record Invited(UserId user, String officeName, String name) {}

  /** Uses nothing up. Nobody guesses 80 random bits, so that nothing is counted. */
  Invited preview(String code);

  /** Uses the code up. */
  UserId join(String code, String password);
}
