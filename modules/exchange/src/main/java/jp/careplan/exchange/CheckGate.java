package jp.careplan.exchange;

import static jp.careplan.exchange.VendorProblem.CHECKED_TOO_OFTEN;
import static jp.careplan.exchange.VendorProblem.CHECK_BUSY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OperatorSettings;
import jp.careplan.kernel.ProblemCode;

/**
 * Holds back who checks too much, so that the offices' own sending never waits for it. Sources are
 * counted in memory for ten minutes and written nowhere.
 */
@ApplicationScoped
class CheckGate {
  private static final int AT_ONCE = 2;
  private static final int LONGEST_WAIT_SECONDS = 5;
  private static final Duration WINDOW = Duration.ofMinutes(10);
  private static final int MOST_SOURCES = 20_000;

  /** Whoever has an IPv6 address has all that begin like it. */
  private static final int NETWORK_BYTES = 8;

  @Inject private Clock clock;
  @Inject private OperatorSettings settings;

  private final Semaphore places = new Semaphore(AT_ONCE, true);
  private final ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();
  private volatile long window;

  /** Does it when there is room; waits a little for it. */
  <T> T pass(String source, Supplier<T> work) {
    count(network(source), settings.number(CheckSettings.CHECKS_PER_SOURCE), CHECKED_TOO_OFTEN);
    enter();
    try {
      return work.get();
    } finally {
      places.release();
    }
  }

  private void enter() {
    try {
      if (places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throw new Later(CHECK_BUSY, "", LONGEST_WAIT_SECONDS);
  }

  /**
   * Counts one of what may be asked so often in ten minutes.
   *
   * @param who whatever is counted together
   */
  void count(String who, int most, ProblemCode tooOften) {
    long second = clock.instant().getEpochSecond();
    long current = second / WINDOW.toSeconds();
    if (current != window) {
      window = current;
      counts.clear();
    }
    boolean full = counts.size() >= MOST_SOURCES && !counts.containsKey(who);
    if (full || counts.merge(who, 1, Integer::sum) > most) {
      long left = WINDOW.toSeconds() - second % WINDOW.toSeconds();
      throw new Later(tooOften, "10分に" + most + "回までです。", left);
    }
  }

  static String network(String source) {
    try {
      byte[] address = InetAddress.getByName(source.replaceAll("%.*", "")).getAddress();
      return HexFormat.of()
          .formatHex(Arrays.copyOf(address, Math.min(address.length, NETWORK_BYTES)));
    } catch (UnknownHostException e) {
      return source;
    }
  }

  /** Tells how long to wait. */
  private static final class Later extends DomainException {
    private static final long serialVersionUID = 1L;
    private final long seconds;

    Later(ProblemCode code, String detail, long seconds) {
      super(code, detail + seconds + "秒お待ちください。");
      this.seconds = seconds;
    }

    @Override
    public Map<String, Object> extensions() {
      return Map.of("retryAfter", seconds);
    }
  }
}
