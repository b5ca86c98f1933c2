package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KernelProblem;

/**
 * Counts what one source does here, on this node alone: nothing of it stands in the database, so
 * that where people read is kept nowhere.
 */
@ApplicationScoped
class Brake {
  private static final int MOST_TRACKS = 20_000;

  @Inject private Clock clock;
  private final Map<String, Track> tracks = new ConcurrentHashMap<>();

  private record Track(Instant until, int count) {}

  /** Counts one more; {@code KE-207} when there were enough. */
  void count(String track, int most, Duration within) {
    if (!isRoom(track, most, within)) {
      throw new DomainException(KernelProblem.TOO_MANY_REQUESTS, "");
    }
  }

  /** Counts one more, and tells whether it still fits. */
  boolean isRoom(String track, int most, Duration within) {
    Instant now = clock.instant();
    if (tracks.size() > MOST_TRACKS) {
      tracks.values().removeIf(it -> it.until().isBefore(now));
      if (tracks.size() > MOST_TRACKS) { // a flood from everywhere: begin anew
        tracks.clear();
      }
    }
    return tracks
            .compute(
                track,
                (key, before) ->
                    before == null || before.until().isBefore(now)
                        ? new Track(now.plus(within), 1)
                        : new Track(before.until(), before.count() + 1))
            .count()
        <= most;
  }
}
