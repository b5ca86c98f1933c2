package jp.careplan.kernel;

import jakarta.persistence.PersistenceException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What this node has read of the operators' settings. */
final class RememberedSettings {
  private final AtomicLong forgotten = new AtomicLong();
  private volatile @Nullable Map<String, String> known;
  private volatile Map<String, String> last = Map.of();

  Map<String, String> all(Supplier<Map<String, String>> reading) {
    Map<String, String> present = known;
    if (present != null) {
      return present;
    }
    long before = forgotten.get();
    try {
      Map<String, String> read = reading.get();
      keep(read, before);
      return read;
    } catch (PersistenceException e) {
      return last; // the page that says so needs a foot as well
    }
  }

  /** What was read before a change must not be kept after it. */
  private synchronized void keep(Map<String, String> read, long before) {
    if (forgotten.get() == before) {
      known = read;
      last = read;
    }
  }

  synchronized void forget() {
    forgotten.incrementAndGet();
    known = null;
  }
}
