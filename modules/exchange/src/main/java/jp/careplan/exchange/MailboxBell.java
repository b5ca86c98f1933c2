package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import jp.careplan.kernel.OfficeNumber;

/**
 * Wakes those who wait for events on this node; nobody holds a thread while waiting. A ring is a
 * hint: whoever wakes reads the list, and whoever waits looks again by itself now and then, so that
 * news from another node is late but never lost.
 */
@ApplicationScoped
public class MailboxBell {
  private final Map<OfficeNumber, CompletableFuture<Void>> waiting = new HashMap<>();

  void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailboxChanged event) {
    CompletableFuture<Void> ring;
    synchronized (waiting) {
      ring = waiting.remove(event.office());
    }
    if (ring != null) {
      ring.complete(null);
    }
  }

  /** Completes at the next change of the office's mailbox; take it before reading the list. */
  public CompletableFuture<Void> nextRing(OfficeNumber office) {
    synchronized (waiting) {
      return waiting.computeIfAbsent(office, any -> new CompletableFuture<>()).copy();
    }
  }
}
