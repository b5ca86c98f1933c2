package jp.careplan.exchange;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import jp.careplan.kernel.BusinessCalendar;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.Worker;

/**
 * Tells of what nobody received those offices that ordered no notices: nobody should have to order
 * being told that a plan did not arrive. Whoever ordered them is told by {@link NoticePost}.
 */
@ApplicationScoped
class NonDelivery implements Worker {
  private static final System.Logger LOG = System.getLogger(NonDelivery.class.getName());
  private static final LocalTime FROM = LocalTime.of(9, 0);
  private static final int AT_ONCE = 200;

  @Inject private UnreceivedReports reports;
  @Inject private BusinessCalendar calendar;
  @Inject private Clock clock;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(20);
  }

  @Override
  public void work() {
    LocalDate today = LocalDate.now(clock);
    if (!calendar.isWorkingDay(today) || LocalTime.now(clock).isBefore(FROM)) {
      return;
    }
    String last = "";
    List<String> offices;
    do {
      offices = reports.untold(today, last, AT_ONCE);
      for (String office : offices) {
        tell(office, today);
        last = office;
      }
    } while (offices.size() == AT_ONCE);
  }

  /** One office's fault keeps no other from its mail. */
  private void tell(String office, LocalDate today) {
    try {
      reports.tell(new OfficeNumber(office), today);
    } catch (RuntimeException e) {
      LOG.log(ERROR, "notice of what nobody received failed office=" + office, e);
    }
  }
}
