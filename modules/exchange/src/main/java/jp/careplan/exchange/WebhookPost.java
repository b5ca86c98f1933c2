package jp.careplan.exchange;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import jp.careplan.exchange.internal.webhook.HookCall.Answer;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.Worker;

/**
 * Brings events to what offices want called. The event list is the outbox: each webhook remembers
 * the number up to which it was taken, so that whoever dies, on either side, is told again. The
 * bell says at once whose list changed on this node; a look over all of them finds the rest.
 */
@ApplicationScoped
class WebhookPost implements Worker {
  private static final System.Logger LOG = System.getLogger(WebhookPost.class.getName());
  private static final Duration LOOK_OVER_ALL = Duration.ofSeconds(10);

  /** Longer than any call takes. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  /** Those that hang hold so many back at most. */
  private static final int AT_ONCE = 16;

  @Inject private WebhookRows rows;
  @Inject private WebhookCalls calls;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService executor;

  private final Set<OfficeNumber> rung = ConcurrentHashMap.newKeySet();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private Instant lookedOverAll = Instant.EPOCH;

  void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailboxChanged event) {
    rung.add(event.office());
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void work() {
    for (OfficeNumber office : List.copyOf(rung)) {
      rung.remove(office);
      rows.dueOf(office).forEach(this::begin);
    }
    Instant now = clock.instant();
    if (Duration.between(lookedOverAll, now).abs().compareTo(LOOK_OVER_ALL) >= 0) {
      lookedOverAll = now;
      rows.due().forEach(this::begin);
    }
  }

  /** Without a place it comes with the next look. */
  private void begin(String id) {
    if (places.tryAcquire()) {
      try {
        executor.execute(() -> run(id));
      } catch (RuntimeException e) {
        places.release();
        throw e;
      }
    }
  }

  private void run(String id) {
    try {
      tell(id);
    } catch (RuntimeException e) { // keeps its lease, and is tried again after it
      LOG.log(ERROR, "webhook failed webhook=" + id, e);
    } finally {
      places.release();
    }
  }

  private void tell(String id) {
    WebhookRows.Due due = rows.take(id, LEASE).orElse(null);
    if (due == null) {
      return;
    }
    Answer answer = calls.call(due);
    if (answer.good()) {
      rows.told(id, due.events().getLast().number(), answer.outcome());
      if (due.events().size() == WebhookRows.MOST_EVENTS) {
        rung.add(due.office()); // there may be more
      }
      return;
    }
    rows.failed(id, answer.outcome());
    LOG.log(INFO, "webhook not taken webhook={0} outcome={1}", id, answer.outcome());
  }
}
