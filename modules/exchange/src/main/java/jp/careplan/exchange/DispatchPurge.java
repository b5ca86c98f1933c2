package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import jp.careplan.kernel.Worker;

/** Takes away what was sent together days ago; the transmissions stay. */
@ApplicationScoped
class DispatchPurge implements Worker {
  @Inject private Dispatches dispatches;

  @Override
  public Duration rest() {
    return Duration.ofHours(1);
  }

  @Override
  public void work() {
    boolean more = true;
    while (more) {
      more = dispatches.purge();
    }
  }
}
