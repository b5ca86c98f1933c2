package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import jp.careplan.kernel.OfficeNumber;

/**
 * Wakes those who wait for events on this node; nobody holds a thread while waiting. A ring is a
 * hint: whoever wakes reads the list, and whoever waits looks again at the end of its time, so that
 * nothing is ever lost. What other nodes did is heard by {@link MailboxWatch}.
 */
@ApplicationScoped
@SuppressWarnings("UndefinedEquals") // a ring equals itself alone, which is what is meant
public class MailboxBell {
  private final Map<OfficeNumber, Set<CompletableFuture<Void>>> waiting = new HashMap<>();

  void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailboxChanged event) {
    ring(event.office());
  }

  /** Wakes those who wait for the office's mailbox. */
  void ring(OfficeNumber office) {
    Set<CompletableFuture<Void>> rings;
    synchronized (waiting) {
      rings = waiting.remove(office);
    }
    if (rings != null) {
      rings.forEach(ring -> ring.complete(null));
    }
  }

  /**
   * Completes at the next change of the office's mailbox; take it before reading the list. Whoever
   * stops waiting completes or cancels it, and is forgotten.
   */
  public CompletableFuture<Void> nextRing(OfficeNumber office) {
    var ring = new CompletableFuture<Void>();
    synchronized (waiting) {
      waiting.computeIfAbsent(office, any -> new HashSet<>()).add(ring);
    }
    CompletableFuture<Void> unused = ring.whenComplete((done, failure) -> forget(office, ring));
    return ring;
  }

  private void forget(OfficeNumber office, CompletableFuture<Void> ring) {
    synchronized (waiting) {
      Set<CompletableFuture<Void>> rings = waiting.get(office);
      if (rings != null && rings.remove(ring) && rings.isEmpty()) {
        waiting.remove(office);
      }
    }
  }

  /** How many wait. */
  int size() {
    synchronized (waiting) {
      return waiting.values().stream().mapToInt(Set::size).sum();
    }
  }
}
