package jp.careplan.launcher.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long to go on trying where the server is away or busy. The waits double from half a second to
 * eight; a server that names its own wait is obeyed.
 */
public record Patience(Duration total) {
  private static final long FIRST_MILLIS = 500;
  private static final int DOUBLINGS = 4;

  /**
   * @param failures how often it has failed so far, from 1
   * @return how long to wait, or nothing when the time is up
   */
  Optional<Duration> next(int failures, Optional<Duration> asked, Instant began, Instant now) {
    Duration own = Duration.ofMillis(FIRST_MILLIS << Math.min(failures - 1, DOUBLINGS));
    Duration wait = asked.filter(it -> it.compareTo(own) > 0).orElse(own);
    Duration left = total.minus(Duration.between(began, now));
    return wait.compareTo(left) > 0 ? Optional.empty() : Optional.of(wait);
  }
}
