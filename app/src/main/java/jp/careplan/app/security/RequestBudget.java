package jp.careplan.app.security;

import static jp.careplan.kernel.KernelProblem.TOO_MANY_REQUESTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.OperatorSettings;

/** Requests a minute and office on this node. */
@ApplicationScoped
class RequestBudget {
  private static final int MINUTE = 60;

  @Inject private Clock clock;
  @Inject private OperatorSettings settings;

  private final ConcurrentHashMap<OfficeNumber, Integer> spent = new ConcurrentHashMap<>();
  private volatile long minute;

  void spend(OfficeNumber office) {
    spend(office, clock, settings.number(HouseSettings.REQUESTS_PER_MINUTE));
  }

  void spend(OfficeNumber office, Clock clock, int perMinute) {
    long second = clock.instant().getEpochSecond();
    if (second / MINUTE != minute) {
      minute = second / MINUTE;
      spent.clear();
    }
    if (spent.merge(office, 1, Integer::sum) > perMinute) {
      throw new OverBudget(perMinute, MINUTE - second % MINUTE);
    }
  }

  /** Tells the limit and when it begins anew. */
  private static final class OverBudget extends DomainException {
    private static final long serialVersionUID = 1L;
    private final long seconds;

    OverBudget(int limit, long seconds) {
      super(TOO_MANY_REQUESTS, "上限は1分に" + limit + "回です。" + seconds + "秒お待ちください。");
      this.seconds = seconds;
    }

    @Override
    public Map<String, Object> extensions() {
      return Map.of("retryAfter", seconds);
    }
  }
}
