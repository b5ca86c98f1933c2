package jp.careplan.kernel;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import jp.careplan.kernel.internal.chain.Sealing;

/** Seals the audit trail off the path of requests, then hands out what is sealed. */
@ApplicationScoped
class TrailSealer implements Worker {
  private static final System.Logger LOG = System.getLogger(TrailSealer.class.getName());

  @Inject private SealStore store;
  @Inject private SealExport export;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void work() {
    Sealing.Round round = new Sealing.Round(0, 0, true, "");
    do {
      round = store.seal(round.reached());
      if (round.foreign() > 0) {
        LOG.log(
            ERROR, "audit trail: entries that the exchange did not write: {0}", round.foreign());
      }
    } while (round.more());
    export.work();
  }
}
