package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/** Failed sign-ins of one source at one account: each further one has to wait longer. */
@Entity
@Table(name = "application_sign_in_failure")
class SignInFailure {
  private static final int FREE_TRIES = 3;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);

  @Id private String id;
  private int failures;

  @Column(name = "next_try_at")
  private Instant nextTryAt;

  @Version private long version;

  protected SignInFailure() {}

  Duration wait(Instant now) {
    return now.isBefore(nextTryAt) ? Duration.between(now, nextTryAt) : Duration.ZERO;
  }

  void fail(Instant now) {
    if (nextTryAt.plus(FORGOTTEN_AFTER).isBefore(now)) {
      failures = 0;
    }
    failures++;
    nextTryAt = now.plus(waitAfter(failures));
  }

  private static Duration waitAfter(int failures) {
    if (failures < FREE_TRIES) {
      return Duration.ZERO;
    }
    Duration wait = Duration.ofSeconds(1L << Math.min(failures - FREE_TRIES, 9));
    return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
  }
}
