package jp.careplan.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession;

/**
 * Calls to an office's care software when something new stands in its event list: numbers, IDs and
 * moments, never who it is about. Each event is told at least once, in its order, under a number
 * that never changes. For administrators who see all kinds of service.
 */
public interface Webhooks {
  /** Whether it is called. */
  enum State {
    ACTIVE,
    /** It failed for days; an administrator lets it go on. */
    STOPPED
  }

  /**
   * One of them.
   *
   * @param failingSince empty while all goes well
   * @param lastOutcome HTTP status, or {@code TIMEOUT}, {@code REFUSED}, {@code TLS}, {@code
   *     NO_HTTP}, {@code BROKEN}, {@code NOT_CALLED}; empty before the first call
   */
  record Hook(
      String id,
      String url,
      State state,
      Instant madeAt,
      long tries,
      Optional<Instant> failingSince,
      Optional<Instant> lastAt,
      String lastOutcome) {}

  /**
   * A new one.
   *
   * @param secret 32 bytes in Base64; told here and never again
   */
  record Added(Hook hook, String secret) {
    @Override
    public String toString() {
      return "Added[" + hook.id() + "]";
    }
  }

  List<Hook> of(OfficeSession by);

  /** What happened before is not told to it. */
  Added add(OfficeSession by, String url);

  void remove(OfficeSession by, String id);

  /** Lets one go on that was stopped, from the event at which it stood. */
  void resume(OfficeSession by, String id);

  /** Calls it at once, with no event; what came back. */
  String test(OfficeSession by, String id);
}
