package jp.careplan.exchange;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static jp.careplan.application.ApplicationProblem.SESSION_OVER;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.RunningSessions;
import jp.careplan.exchange.SendingOutcome.Accepted;
import jp.careplan.exchange.SendingOutcome.AlreadySent;
import jp.careplan.exchange.SendingOutcome.Refused;
import jp.careplan.exchange.SendingOutcome.Unsure;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KernelProblem;
import jp.careplan.kernel.ProblemCode;

/** One thread a dispatch; of all of a node only some are at work on a unit at the same moment. */
@ApplicationScoped
class DispatchService implements Dispatching {
  private static final System.Logger LOG = System.getLogger(DispatchService.class.getName());
  private static final Duration BEAT = Duration.ofSeconds(10);
  private static final int AT_WORK = 8;

  @Inject private Dispatches dispatches;
  @Inject private Sending sending;
  @Inject private RunningSessions sessions;
  @Inject private Clock clock;
  @Resource private ManagedExecutorService executor;

  private final Semaphore places = new Semaphore(AT_WORK, true);

  @Override
  public void start(OfficeSession by, List<Wanted> units, Watcher watcher) {
    String id = dispatches.begin(by, units);
    LOG.log(INFO, "dispatch begins id={0} office={1} units={2}", id, by.office(), units.size());
    executor.execute(() -> run(id, by, units, watcher));
  }

  @Override
  public Optional<Standing> newest(OfficeSession by) {
    return dispatches.newest(by);
  }

  @Override
  public void putAside(OfficeSession by, String id) {
    dispatches.remove(by, id);
  }

  private void run(String id, OfficeSession by, List<Wanted> units, Watcher watcher) {
    Instant beat = clock.instant();
    try {
      for (int i = 0; i < units.size(); i++) {
        if (Duration.between(beat, clock.instant()).compareTo(BEAT) >= 0) {
          beat = clock.instant();
          dispatches.beat(id);
        }
        places.acquire();
        try {
          one(new Place(id, i), by, units.get(i), watcher);
        } finally {
          places.release();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the node is being stopped: the rest is told as left
      return;
    }
    dispatches.end(id);
  }

  /** Where a unit stands in the tables. */
  private record Place(String dispatch, int position) {}

  private void one(Place place, OfficeSession by, Wanted wanted, Watcher watcher) {
    TransmissionId id = wanted.offer().id();
    try {
      if (!sessions.isRunning(by)) { // signed out, or taken out, while this went on
        throw new DomainException(SESSION_OVER, "");
      }
      SendingOutcome outcome = sending.send(by, wanted.offer());
      reason(outcome).ifPresent(why -> note(place, why));
      watcher.became(id, outcome);
    } catch (DomainException e) {
      note(place, e.code());
      watcher.failed(id, e);
    } catch (RuntimeException e) {
      LOG.log(ERROR, "dispatch failed at transmission=" + id, e);
      note(place, KernelProblem.UNAVAILABLE);
      watcher.failed(id, new DomainException(KernelProblem.UNAVAILABLE, ""));
    }
  }

  private static Optional<ProblemCode> reason(SendingOutcome outcome) {
    return switch (outcome) {
      case Accepted accepted -> Optional.empty();
      case Refused refused -> Optional.of(ExchangeProblem.UNIT_REFUSED);
      case AlreadySent before -> Optional.of(ExchangeProblem.SENT_BEFORE);
      case Unsure unsure -> Optional.of(ExchangeProblem.DESTINATION_UNSURE);
    };
  }

  /** The note is for later; that it cannot be written must not keep the next unit from going. */
  private void note(Place place, ProblemCode why) {
    try {
      dispatches.failed(place.dispatch(), place.position(), why);
    } catch (RuntimeException e) {
      LOG.log(ERROR, "dispatch cannot note its failure id=" + place.dispatch(), e);
    }
  }
}
