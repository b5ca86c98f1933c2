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

  /**
   * What is left of a minute.
   *
   * @param seconds until the next one begins
   */
  record Left(int limit, int count, long seconds) {
    /** Under which a request carries it to {@link BudgetHeaders}. */
    static final String PROPERTY = Left.class.getName();

    int remaining() {
      return Math.max(0, limit - count);
    }

    void requireRoom() {
      if (count > limit) {
        throw new OverBudget(limit, seconds);
      }
    }
  }

  /** Counts one; the caller refuses where there is no room. */
  Left count(OfficeNumber office) {
    return count(office, clock, settings.number(HouseSettings.REQUESTS_PER_MINUTE));
  }

  void spend(OfficeNumber office, Clock clock, int perMinute) {
    count(office, clock, perMinute).requireRoom();
  }

  private Left count(OfficeNumber office, Clock clock, int perMinute) {
    long second = clock.instant().getEpochSecond();
    if (second / MINUTE != minute) {
      minute = second / MINUTE;
      spent.clear();
    }
    return new Left(perMinute, spent.merge(office, 1, Integer::sum), MINUTE - second % MINUTE);
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
