package jp.careplan.licensing;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import jp.careplan.kernel.OfficeNumber;

/** What this node has read of the offices' licences today. */
@ApplicationScoped
class Remembered {
  private static final int MOST = 100_000;

  private record Answer(LocalDate day, Standing standing) {}

  private final ConcurrentHashMap<OfficeNumber, Answer> answers = new ConcurrentHashMap<>();
  private final AtomicLong forgotten = new AtomicLong();

  Standing standingOf(OfficeNumber office, LocalDate today, Supplier<Standing> reading) {
    Answer known = answers.get(office);
    if (known != null && known.day().equals(today)) {
      return known.standing();
    }
    long before = forgotten.get();
    Standing standing = reading.get();
    keep(office, new Answer(today, standing), before);
    return standing;
  }

  /** What was read before a change must not be kept after it. */
  private void keep(OfficeNumber office, Answer answer, long before) {
    if (answers.size() >= MOST) {
      answers.clear();
    }
    answers.put(office, answer);
    if (forgotten.get() != before) {
      answers.remove(office, answer);
    }
  }

  void forget(OfficeNumber office) {
    forgotten.incrementAndGet();
    answers.remove(office);
  }

  void forgetAll() {
    forgotten.incrementAndGet();
    answers.clear();
  }
}
