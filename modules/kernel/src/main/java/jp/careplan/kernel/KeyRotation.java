package jp.careplan.kernel;

import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Brings what lies under older keys under the one in use, some rows a transaction. May die between
 * any two, and runs on all nodes.
 */
@ApplicationScoped
public class KeyRotation implements Worker {
  private static final System.Logger LOG = System.getLogger(KeyRotation.class.getName());
  private static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

  /** Steps a round, so that the node's other work gets its turn. */
  private static final int STEPS = 20;

  @Inject @Any private Instance<WrappedKeys> all;
  @Inject private Clock clock;

  private final Map<String, Done> doneLast = new HashMap<>();

  /** When nothing was left under any key but this. */
  private record Done(String key, Instant at) {}

  @Override
  public Duration rest() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void work() {
    Instant now = clock.instant();
    for (WrappedKeys each : all) {
      var done = new Done(each.keyInUse(), now);
      Done last = doneLast.get(each.name());
      boolean rests =
          last != null
              && last.key().equals(done.key())
              && now.isBefore(last.at().plus(LOOK_AGAIN))
              && !now.isBefore(last.at());
      if (!rests && some(each) == 0) {
        doneLast.put(each.name(), done);
      }
    }
  }

  private static int some(WrappedKeys each) {
    int all = 0;
    int found = 1;
    for (int step = 0; step < STEPS && found > 0; step++) {
      found = each.rewrapSome();
      all += found;
    }
    if (all > 0) {
      LOG.log(INFO, "keys: brought under the key in use {0} rows={1}", each.name(), all);
    }
    return all;
  }

  /** How many rows are still wrapped by older keys, by what they are. */
  public Map<String, Long> left() {
    Map<String, Long> left = new TreeMap<>();
    all.forEach(it -> left.merge(it.name(), it.left(), Long::sum));
    return left;
  }
}
