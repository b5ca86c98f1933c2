package jp.careplan.exchange;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import jp.careplan.kernel.Worker;

/**
 * Makes what offices ordered, a piece a transaction, and deletes what is over. Whoever dies at it
 * leaves all pieces that are done; a node goes on after the lease of the one that died.
 */
@ApplicationScoped
class TakeoutMaker implements Worker {
  private static final System.Logger LOG = System.getLogger(TakeoutMaker.class.getName());
  private static final Duration LEASE = Duration.ofMinutes(2);

  @Inject private Takeouts takeouts;
  @Inject private TakeoutSteps steps;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(2);
  }

  /** One step of each order a round, so that a large office keeps no small one waiting. */
  @Override
  public void work() {
    takeouts.running().forEach(this::step);
    takeouts.over().forEach(this::delete);
  }

  private void step(String id) {
    try {
      if (takeouts.lease(id, LEASE) && steps.next(id)) {
        LOG.log(INFO, "takeout ready takeout={0}", id);
      }
    } catch (RuntimeException e) { // keeps its lease, and is tried again after it
      LOG.log(ERROR, "takeout failed takeout=" + id, e);
    }
  }

  private void delete(String id) {
    while (takeouts.deletePiece(id)) {
      LOG.log(INFO, "takeout piece deleted takeout={0}", id);
    }
  }
}
