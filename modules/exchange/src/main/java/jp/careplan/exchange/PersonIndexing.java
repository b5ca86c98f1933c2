package jp.careplan.exchange;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import jp.careplan.kernel.Worker;

/**
 * Indexes what was stored while there was no index or no key for it, newest first, one transmission
 * a transaction.
 */
@ApplicationScoped
class PersonIndexing implements Worker {
  private static final System.Logger LOG = System.getLogger(PersonIndexing.class.getName());
  private static final Duration REST = Duration.ofSeconds(5);
  private static final int AT_ONCE = 200;

  @Inject private UnindexedTransmissions unindexed;
  @Inject private People people;

  @Override
  public Duration rest() {
    return REST;
  }

  @Override
  public void work() {
    if (!people.isOpen()) {
      return;
    }
    List<TransmissionId> left = unindexed.some(AT_ONCE);
    long done = left.stream().filter(this::index).count();
    if (!left.isEmpty()) {
      LOG.log(INFO, "indexed people of transmissions: {0} of {1}", done, left.size());
    }
  }

  private boolean index(TransmissionId id) {
    try {
      return unindexed.index(id);
    } catch (RuntimeException e) { // the others are indexed all the same
      LOG.log(ERROR, "cannot index transmission=" + id, e);
      unindexed.failed(id);
      return false;
    }
  }
}
