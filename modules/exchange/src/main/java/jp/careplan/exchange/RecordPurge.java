package jp.careplan.exchange;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import jp.careplan.kernel.Worker;

/**
 * Lets the records of transmissions go whose years are over, one a transaction: a node that dies
 * leaves the next one to go on, and of two at once one finds nothing to do.
 */
@ApplicationScoped
class RecordPurge implements Worker {
  private static final System.Logger LOG = System.getLogger(RecordPurge.class.getName());
  private static final int AT_ONCE = 500;

  @Inject private RecordAges ages;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void work() {
    List<String> due = ages.toForget(AT_ONCE);
    long done = due.stream().filter(this::forget).count();
    int notes = ages.forgetNotes(AT_ONCE);
    if (notes > 0) {
      LOG.log(INFO, "notes of old months gone: {0}", notes);
    }
    if (!due.isEmpty()) {
      LOG.log(INFO, "records gone: transmissions={0} of {1}", done, due.size());
    }
  }

  /** One transmission's fault keeps no other. */
  private boolean forget(String id) {
    try {
      return ages.forget(id);
    } catch (RuntimeException e) {
      LOG.log(ERROR, "record cannot go transmission=" + id, e);
      return false;
    }
  }
}
