package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.ISSUE_LOCKED;
import static jp.careplan.application.ApplicationProblem.LOCKED;

import java.time.Duration;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.ProblemCode;
import jp.careplan.kernel.Sha256;

/**
 * Which guesses are counted together, and what too many of them lead to. An ID is counted as it was
 * typed, whether there is such an account or not, so that no answer tells which there are.
 *
 * @param key SHA-256 of what they have in common
 */
record GuessTrack(Kind kind, String key) {
  private static final int FREE_TRIES = 3;
  private static final Duration LOCK = Duration.ofMinutes(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /** Where a password is asked for. */
  enum Kind {
    /** On the public listener, where anyone may guess: the third failure closes it for a while. */
    OPEN,
    /** Beside the office's own certificate: slowed, never closed. */
    CERTIFICATE,
    /** Where a certificate is asked for, with a password of its own: closed as {@link #OPEN}. */
    ISSUE,
    /** At the lock of a page of a running session: slowed, never closed. */
    PAGE
  }

  static GuessTrack open(KjUserId user) {
    return of(Kind.OPEN, user.value());
  }

  static GuessTrack issue(KjUserId user) {
    return of(Kind.ISSUE, user.value());
  }

  static GuessTrack certificate(KjUserId user, String source) {
    return of(Kind.CERTIFICATE, source + " " + user.value());
  }

  static GuessTrack page(OfficeSession session) {
    return of(Kind.PAGE, session.id());
  }

  private static GuessTrack of(Kind kind, String common) {
    return new GuessTrack(kind, Sha256.hex(kind + " " + common));
  }

  boolean isOpenToAnyone() {
    return kind == Kind.OPEN || kind == Kind.ISSUE;
  }

  /** What those are told who guessed too often at an open door. */
  ProblemCode locked() {
    return kind == Kind.ISSUE ? ISSUE_LOCKED : LOCKED;
  }

  /** How long nobody may try after so many failures. */
  Duration waitAfter(int failures) {
    if (failures < FREE_TRIES) {
      return Duration.ZERO;
    }
    if (isOpenToAnyone()) {
      return LOCK;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(failures - FREE_TRIES, 9));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }
}
