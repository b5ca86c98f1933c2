package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import jp.careplan.kernel.Worker;

/**
 * Lets go of runs of the vendor test, and of the mail addresses in them, a year after the last try.
 */
@ApplicationScoped
class VendorRunPurge implements Worker {
  private static final Duration KEPT = Duration.ofDays(365);
  private static final int STEP = 100;

  @Inject private VendorRuns runs;
  @Inject private Clock clock;

  @Override
  public Duration rest() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void work() {
    int gone;
    do {
      gone = runs.purge(clock.instant().minus(KEPT), STEP);
    } while (gone == STEP);
  }
}
