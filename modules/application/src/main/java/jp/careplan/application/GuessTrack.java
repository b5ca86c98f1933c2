package jp.careplan.application;

import java.time.Duration;
import java.util.Optional;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.ProblemCode;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Which guesses are counted together, and what too many of them lead to. An ID is counted as it was
 * typed, whether there is such an account or not, so that no answer tells which there are.
 *
 * @param key SHA-256 of what they have in common
 */
record GuessTrack(Kind kind, String key) {
  private static final int FREE_TRIES = 3;
  private static final int FREE_TRIES_OF_A_SOURCE = 60;
  private static final Duration LOCK = Duration.ofMinutes(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  /** Where a password or a code is asked for, or anything that costs. */
  enum Kind {
    /** On the public listener, where anyone may guess: the third failure closes it for a while. */
    OPEN(FREE_TRIES, ApplicationProblem.LOCKED),
    /** At the operators' desk, as open as that. */
    DESK(FREE_TRIES, DeskProblem.DESK_LOCKED),
    /** Beside the office's own certificate: slowed, never closed. */
    CERTIFICATE(FREE_TRIES, null),
    /** Where a certificate is asked for, with a password of its own: closed as {@link #OPEN}. */
    ISSUE(FREE_TRIES, ApplicationProblem.ISSUE_LOCKED),
    /** At the lock of a page of a running session: slowed, never closed. */
    PAGE(FREE_TRIES, null),
    /** A code of 80 random bits, which nobody guesses: slowed, never closed. */
    CODE(FREE_TRIES, null),
    /** What anyone may ask for without a password: the third closes it for a while. */
    ASKED(FREE_TRIES, AccountProblem.ASKED_TOO_OFTEN),
    /** All that one source asks for; behind some balancers that is many people. */
    SOURCE(FREE_TRIES_OF_A_SOURCE, AccountProblem.ASKED_TOO_OFTEN);

    private final int freeTries;
    private final @Nullable ProblemCode closed;

    /**
     * @param closed what the closed door is told with; null where it is slowed instead
     */
    Kind(int freeTries, @Nullable ProblemCode closed) {
      this.freeTries = freeTries;
      this.closed = closed;
    }
  }

  static GuessTrack open(UserId user) {
    return of(Kind.OPEN, user.value());
  }

  static GuessTrack desk(OperatorId operator) {
    return of(Kind.DESK, operator.value());
  }

  static GuessTrack issue(KjUserId user) {
    return of(Kind.ISSUE, user.value());
  }

  static GuessTrack certificate(UserId user, String source) {
    return of(Kind.CERTIFICATE, source + " " + user.value());
  }

  static GuessTrack page(OfficeSession session) {
    return of(Kind.PAGE, session.id());
  }

  static GuessTrack page(OperatorSession session) {
    return of(Kind.PAGE, session.id());
  }

  /**
   * @param owner what the code belongs to
   */
  static GuessTrack code(String owner, String source) {
    return of(Kind.CODE, source + " " + owner);
  }

  /**
   * @param errand what is asked for, and for whom; never stored as it is
   */
  static GuessTrack asked(String errand) {
    return of(Kind.ASKED, errand);
  }

  static GuessTrack source(String source) {
    return of(Kind.SOURCE, source);
  }

  private static GuessTrack of(Kind kind, String common) {
    return new GuessTrack(kind, Sha256.hex(kind + " " + common));
  }

  boolean isOpenToAnyone() {
    return kind != Kind.CERTIFICATE && kind != Kind.PAGE;
  }

  /** What a door that too many tries closed for a while is told with; empty: it is slowed. */
  Optional<ProblemCode> closed() {
    return Optional.ofNullable(kind.closed);
  }

  boolean closes() {
    return kind.closed != null;
  }

  /** Whether every try counts, because none can be right or wrong. */
  boolean isAsking() {
    return kind == Kind.ASKED || kind == Kind.SOURCE;
  }

  /** How long nobody may try after so many failures. */
  Duration waitAfter(int failures) {
    if (failures < kind.freeTries) {
      return Duration.ZERO;
    }
    if (closes()) {
      return LOCK;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(failures - FREE_TRIES, 9));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }
}
