package jp.careplan.exchange;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import jp.careplan.kernel.Worker;

/**
 * Announces and deletes content whose time is over, one transmission a transaction. It may die
 * between any two of them, and run on all nodes: whoever comes second finds nothing to do.
 */
@ApplicationScoped
class ContentPurge implements Worker {
  private static final System.Logger LOG = System.getLogger(ContentPurge.class.getName());
  private static final int AT_ONCE = 200;

  /** Batches a round: some thousand a minute, and room for everything else between two rounds. */
  private static final int BATCHES = 10;

  @Inject private ContentAges ages;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void work() {
    each("looked at", ages::toLookAt, ages::lookAt);
    each("purged", ages::toPurge, ages::purge);
  }

  private static void each(String what, IntFunction<List<String>> due, Consumer<String> step) {
    for (int batch = 0; batch < BATCHES; batch++) {
      List<String> ids = due.apply(AT_ONCE);
      int failed = 0;
      for (String id : ids) {
        failed += done(id, step) ? 0 : 1;
      }
      if (!ids.isEmpty()) {
        LOG.log(INFO, "retention {0} transmissions={1} failed={2}", what, ids.size(), failed);
      }
      if (ids.size() < AT_ONCE || failed > 0) {
        return; // what failed would come first again: the next round tries it
      }
    }
  }

  /** One transmission's fault keeps no other. */
  private static boolean done(String id, Consumer<String> step) {
    try {
      step.accept(id);
      return true;
    } catch (RuntimeException e) {
      LOG.log(ERROR, "retention failed transmission=" + id, e);
      return false;
    }
  }
}
