package jp.careplan.exchange;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import jp.careplan.kernel.BusinessCalendar;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.Worker;

/**
 * Brings the notices on their way. The bell says at once whose mailbox changed on this node; a look
 * over all orders each minute finds what a node that died was about to tell, and what is told by
 * the hour or the day.
 */
@ApplicationScoped
class NoticePost implements Worker {
  private static final System.Logger LOG = System.getLogger(NoticePost.class.getName());
  private static final Duration LOOK_OVER_ALL = Duration.ofMinutes(1);
  private static final LocalTime REVIEW_FROM = LocalTime.of(9, 0);

  @Inject private NoticeOrders orders;
  @Inject private BusinessCalendar calendar;
  @Inject private Clock clock;

  private final Set<OfficeNumber> rung = ConcurrentHashMap.newKeySet();
  private Instant lookedOverAll = Instant.EPOCH;

  void on(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailboxChanged event) {
    rung.add(event.office());
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(3);
  }

  @Override
  public void work() {
    for (OfficeNumber office : List.copyOf(rung)) {
      rung.remove(office);
      orders.dueOf(office).forEach(id -> each(id, orders::tell));
    }
    Instant now = clock.instant();
    if (Duration.between(lookedOverAll, now).compareTo(LOOK_OVER_ALL) >= 0) {
      lookedOverAll = now;
      orders.due().forEach(id -> each(id, orders::tell));
      review();
    }
  }

  private void review() {
    LocalDate today = LocalDate.now(clock);
    if (calendar.isWorkingDay(today) && !LocalTime.now(clock).isBefore(REVIEW_FROM)) {
      orders.unreviewed(today).forEach(id -> each(id, it -> orders.review(it, today)));
    }
  }

  /** One office's fault keeps no other from its mail. */
  private static void each(String id, Consumer<String> what) {
    try {
      what.accept(id);
    } catch (RuntimeException e) {
      LOG.log(ERROR, "notice failed order=" + id, e);
    }
  }
}
