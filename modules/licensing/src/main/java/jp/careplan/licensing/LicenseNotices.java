package jp.careplan.licensing;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import jp.careplan.kernel.Worker;

/**
 * Tells by mail 90, 30 and 7 days before a licence ends, each once. After days of standstill only
 * the nearest of them is told.
 */
@ApplicationScoped
class LicenseNotices implements Worker {
  private static final System.Logger LOG = System.getLogger(LicenseNotices.class.getName());
  private static final List<Integer> DAYS_BEFORE = List.of(7, 30, 90);
  private static final int AT_ONCE = 200;

  @Inject private LicenseNoticeStore store;
  @Inject private Clock clock;

  @Override
  public Duration rest() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void work() {
    LocalDate today = LocalDate.now(clock);
    LocalDate from = today;
    for (int days : DAYS_BEFORE) {
      LocalDate until = today.plusDays(days);
      tellAll(from, until, days);
      from = until.plusDays(1);
    }
  }

  private void tellAll(LocalDate from, LocalDate until, int days) {
    List<String> due = store.due(from, until, days, "", AT_ONCE);
    while (!due.isEmpty()) {
      due.forEach(license -> tell(license, days));
      due = store.due(from, until, days, due.getLast(), AT_ONCE);
    }
  }

  /** One office's fault keeps no other from its mail. */
  private void tell(String license, int days) {
    try {
      store.tell(license, days);
    } catch (RuntimeException e) {
      LOG.log(ERROR, "notice failed license=" + license, e);
    }
  }
}
