package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.SIGN_IN_BUSY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import jp.careplan.application.internal.Passwords;
import jp.careplan.kernel.DomainException;

/**
 * Only so many passwords are looked at at once, only so many wait for it, and only so long; who
 * finds no room is told to come back. Strangers on the public listener have a line of their own: a
 * flood there takes no place, no waiting room and no thread from those who come with a certificate.
 */
@ApplicationScoped
class HashingPlaces {
  private static final int WAITING_STRANGERS = 16;
  private static final int WAITING_KNOWN = 32;
  private static final Duration PATIENCE_WITH_STRANGERS = Duration.ofSeconds(2);
  private static final Duration PATIENCE_WITH_KNOWN = Duration.ofSeconds(10);

  private final Line strangers;
  private final Line known;

  /** As many as there are processors, and no more than an eighth of the memory holds. */
  @Inject
  HashingPlaces(Passwords passwords) {
    this(
        Math.clamp(
            Runtime.getRuntime().maxMemory() / 8 / passwords.bytesAtWork(),
            1,
            Runtime.getRuntime().availableProcessors()));
  }

  HashingPlaces(int most) {
    known = new Line(most, WAITING_KNOWN, PATIENCE_WITH_KNOWN);
    strangers = new Line(Math.max(1, most / 2), WAITING_STRANGERS, PATIENCE_WITH_STRANGERS);
  }

  /** For the container's proxy alone. */
  HashingPlaces() {
    this(1);
  }

  /**
   * Does the work when its turn comes. Guesses of one track go one after the other, so that honest
   * sign-ins made at once do not count against each other.
   */
  <T> T in(GuessTrack track, Supplier<T> work) {
    Line line = track.isOpenToAnyone() ? strangers : known;
    try {
      return line.pass(track.key(), work);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Busy();
    }
  }

  private static final class Line {
    private static final int TURNS = 64;

    private final Semaphore room;
    private final Semaphore places;
    private final Duration patience;
    private final List<ReentrantLock> turns =
        Stream.generate(() -> new ReentrantLock(true)).limit(TURNS).toList();

    Line(int places, int waiting, Duration patience) {
      this.room = new Semaphore(places + waiting);
      this.places = new Semaphore(places, true);
      this.patience = patience;
    }

    <T> T pass(String key, Supplier<T> work) throws InterruptedException {
      require(room.tryAcquire());
      try {
        return inTurn(key, work);
      } finally {
        room.release();
      }
    }

    private <T> T inTurn(String key, Supplier<T> work) throws InterruptedException {
      long end = System.nanoTime() + patience.toNanos();
      ReentrantLock turn = turns.get(Math.floorMod(key.hashCode(), TURNS));
      require(turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS));
      try {
        require(places.tryAcquire(end - System.nanoTime(), TimeUnit.NANOSECONDS));
        try {
          return work.get();
        } finally {
          places.release();
        }
      } finally {
        turn.unlock();
      }
    }

    private static void require(boolean room) {
      if (!room) {
        throw new Busy();
      }
    }
  }

  /** Tells when to come back. */
  private static final class Busy extends DomainException {
    private static final long serialVersionUID = 1L;
    private static final long SECONDS = 5;

    Busy() {
      super(SIGN_IN_BUSY, "");
    }

    @Override
    public Map<String, Object> extensions() {
      return Map.of("retryAfter", SECONDS);
    }
  }
}
