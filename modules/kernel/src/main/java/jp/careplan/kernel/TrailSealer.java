package jp.careplan.kernel;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import jp.careplan.kernel.internal.chain.Sealing;

/** Seals the audit trail off the path of requests, then hands out what is sealed. */
@ApplicationScoped
class TrailSealer implements Worker {
  private static final System.Logger LOG = System.getLogger(TrailSealer.class.getName());

  private static final Duration LATE_REST = Duration.ofMinutes(1);

  @Inject private Clock clock;
  @Inject private SealStore store;
  @Inject private SealExport export;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(5);
  }

  /** On this node; a look that failed is made again. */
  private Instant lookedLateAt = Instant.EPOCH;

  @Override
  public void work() {
    Instant now = clock.instant();
    boolean late = !now.isBefore(lookedLateAt.plus(LATE_REST));
    Sealing.Round round = new Sealing.Round(0, 0, true, "");
    do {
      round = store.seal(round.reached(), late);
      if (round.foreign() > 0) {
        LOG.log(
            ERROR, "audit trail: entries that the exchange did not write: {0}", round.foreign());
      }
    } while (round.more());
    lookedLateAt = late ? now : lookedLateAt;
    export.work();
  }
}
