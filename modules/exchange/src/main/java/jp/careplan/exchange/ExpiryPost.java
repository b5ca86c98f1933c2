package jp.careplan.exchange;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.Worker;

/** One mail a day and office about what goes soon, and what went without being received. */
@ApplicationScoped
class ExpiryPost implements Worker {
  private static final System.Logger LOG = System.getLogger(ExpiryPost.class.getName());
  private static final int AT_ONCE = 200;

  @Inject private ExpiryNotices notices;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(20);
  }

  @Override
  public void work() {
    String last = "";
    List<String> offices;
    do {
      offices = notices.untold(last, AT_ONCE);
      for (String office : offices) {
        tell(office);
        last = office;
      }
    } while (offices.size() == AT_ONCE);
  }

  /** One office's fault keeps no other from its mail. */
  private void tell(String office) {
    try {
      notices.tell(new OfficeNumber(office));
    } catch (RuntimeException e) {
      LOG.log(ERROR, "notice of retention failed office=" + office, e);
    }
  }
}
