package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import java.time.Duration;
import jp.careplan.kernel.Worker;

/** Tells offices by mail that a certificate ends: 90, 30 and 7 days before, once each. */
@ApplicationScoped
class ExpiryWarnings implements Worker {
  private static final System.Logger LOG = System.getLogger(ExpiryWarnings.class.getName());

  @Inject private ExpiryStore store;

  @Override
  public Duration rest() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void work() {
    for (String thumbprint : store.ending()) {
      try {
        store.warn(thumbprint);
      } catch (OptimisticLockException e) {
        LOG.log(System.Logger.Level.INFO, "warned by another node certificate={0}", thumbprint);
      }
    }
  }
}
