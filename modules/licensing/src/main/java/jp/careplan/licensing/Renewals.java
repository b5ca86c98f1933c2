package jp.careplan.licensing;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.Worker;

/**
 * Grants the following year (自動更新) on the last day of the present one, so that there is no gap at
 * midnight. After days of standstill it goes on where it was left, year by year.
 */
@ApplicationScoped
class Renewals implements Worker {
  private static final System.Logger LOG = System.getLogger(Renewals.class.getName());
  private static final int AT_ONCE = 200;

  @Inject private Licenses licenses;
  @Inject private LicenseService service;
  @Inject private Clock clock;

  @Override
  public Duration rest() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void work() {
    LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
    List<OfficeNumber> due = licenses.dueBefore(tomorrow, "", AT_ONCE);
    while (!due.isEmpty()) {
      due.forEach(office -> renew(office, tomorrow));
      due = licenses.dueBefore(tomorrow, due.getLast().value(), AT_ONCE);
    }
  }

  /** One office's fault keeps no other from its year. */
  private void renew(OfficeNumber office, LocalDate tomorrow) {
    try {
      service.renewByItself(office, tomorrow);
    } catch (RuntimeException e) {
      LOG.log(ERROR, "renewal failed office=" + office, e);
    }
  }
}
