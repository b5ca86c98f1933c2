package jp.careplan.application.view;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jp.careplan.application.OperatorSession;
import jp.careplan.application.SealDesk;
import jp.careplan.kernel.AuditSeals.Verdict;

/** The verification of the chain on this node: one at a time, and what the last one found. */
@ApplicationScoped
class SealCheck {
  private static final System.Logger LOG = System.getLogger(SealCheck.class.getName());

  /** The last one that came to its end. */
  record Result(Instant at, String by, Optional<Verdict> verdict) {}

  @Inject private SealDesk desk;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService executor;

  private volatile boolean running;
  private volatile long reached;
  private volatile Optional<Result> result = Optional.empty();

  /** Begins one, unless one is running. */
  void begin(OperatorSession by) {
    synchronized (this) {
      if (running) {
        return;
      }
      running = true;
      reached = 0;
    }
    executor.execute(() -> run(by));
  }

  private void run(OperatorSession by) {
    Optional<Verdict> found = Optional.empty();
    try {
      found = Optional.of(desk.verify(by, entries -> reached = entries));
    } catch (RuntimeException e) {
      LOG.log(ERROR, "verification of the audit trail failed", e);
    } finally {
      result = Optional.of(new Result(clock.instant(), by.operator().value(), found));
      running = false;
    }
  }

  boolean isRunning() {
    return running;
  }

  long reached() {
    return reached;
  }

  Optional<Result> result() {
    return result;
  }
}
