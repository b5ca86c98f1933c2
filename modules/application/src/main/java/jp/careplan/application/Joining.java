package jp.careplan.application;

import jp.careplan.kernel.UserId;

/** An invited staff user (職員) chooses a password. */
public interface Joining {
  /** Whom an invitation is for. */
  record Invited(UserId user, String officeName, String name) {}

  /**
   * Uses nothing up.
   *
   * @param source where the call comes from, for slowing down guesses
   */
  Invited preview(String code, String source);

  /** Uses the code up. */
  UserId join(String code, String password, String source);
}
