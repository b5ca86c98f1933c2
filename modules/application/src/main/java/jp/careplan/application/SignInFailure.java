package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/** Failed guesses of one {@link GuessTrack}; one that is being looked at counts as failed. */
@Entity
@Table(name = "application_sign_in_failure")
class SignInFailure {
  /** After a time without a failure, counting begins anew. */
  static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);

  @Id private String id;
  private int failures;

  @Column(name = "next_try_at")
  private Instant nextTryAt;

  @Version private long version;

  protected SignInFailure() {}

  Duration wait(Instant now) {
    return now.isBefore(nextTryAt) ? Duration.between(now, nextTryAt) : Duration.ZERO;
  }

  void count(GuessTrack track, Instant now) {
    boolean lockIsOver = track.closes() && !track.waitAfter(failures).isZero();
    if (lockIsOver || nextTryAt.plus(FORGOTTEN_AFTER).isBefore(now)) {
      failures = 0;
    }
    failures++;
    nextTryAt = now.plus(track.waitAfter(failures));
  }

  /** The wait runs from the moment at which the guess turned out to be wrong. */
  void fail(GuessTrack track, Instant now) {
    nextTryAt = now.plus(track.waitAfter(failures));
  }

  void succeed(Instant now) {
    failures = 0;
    nextTryAt = now;
  }
}
