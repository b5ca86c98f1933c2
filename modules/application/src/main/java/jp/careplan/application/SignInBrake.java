package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.SLOWED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.kernel.DomainException;

/**
 * Slows guesses, or closes a door to them. A guess is counted before it is looked at, in a short
 * transaction of its own, and the count is taken back when it was right: so many guesses at once
 * are no more than so many one after the other, on all nodes together.
 */
@ApplicationScoped
@Transactional
class SignInBrake {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  /** A look without a lock, so that a flood against a closed door costs little. */
  void refuseIfTooSoon(GuessTrack track) {
    Optional.ofNullable(em.find(SignInFailure.class, track.key()))
        .ifPresent(failure -> refuseIfTooSoon(track, failure, clock.instant()));
  }

  /** Guesses made at once queue at the row; those for which there is no more room are refused. */
  void count(GuessTrack track) {
    em.createNativeQuery(
            "INSERT INTO application_sign_in_failure (id, failures, next_try_at, version)"
                + " VALUES (?, 0, '1970-01-01', 0) ON DUPLICATE KEY UPDATE version = version + 1")
        .setParameter(1, track.key())
        .executeUpdate();
    SignInFailure failure = locked(track);
    Instant now = clock.instant();
    refuseIfTooSoon(track, failure, now);
    failure.count(track, now);
  }

  void failed(GuessTrack track) {
    locked(track).fail(track, clock.instant());
  }

  void succeeded(GuessTrack track) {
    locked(track).succeed(clock.instant());
  }

  /** Opens a door again, because what is asked for there is new. */
  void forget(GuessTrack track) {
    em.createQuery("delete from SignInFailure f where f.id = :id")
        .setParameter("id", track.key())
        .executeUpdate();
  }

  /**
   * Deletes what is forgotten anyway.
   *
   * @return how many of at most {@code most}
   */
  int purge(int most) {
    Instant limit = clock.instant().minus(SignInFailure.FORGOTTEN_AFTER);
    List<String> ids =
        em.createQuery(
                "select f.id from SignInFailure f where f.nextTryAt < :limit order by f.nextTryAt",
                String.class)
            .setParameter("limit", limit)
            .setMaxResults(most)
            .getResultList();
    return ids.isEmpty()
        ? 0
        : em.createQuery("delete from SignInFailure f where f.id in :ids and f.nextTryAt < :limit")
            .setParameter("ids", ids)
            .setParameter("limit", limit)
            .executeUpdate();
  }

  private SignInFailure locked(GuessTrack track) {
    return em.find(SignInFailure.class, track.key(), LockModeType.PESSIMISTIC_WRITE);
  }

  private static void refuseIfTooSoon(GuessTrack track, SignInFailure failure, Instant now) {
    Duration wait = failure.wait(now);
    if (wait.isZero()) {
      return;
    }
    throw track
        .closed()
        .map(code -> new DomainException(code, ""))
        .orElseGet(() -> new TooSoon(wait));
  }

  /** Tells how long to wait. */
  static final class TooSoon extends DomainException {
    private static final long serialVersionUID = 1L;
    private final long seconds;

    TooSoon(Duration wait) {
      super(SLOWED, "あと" + (wait.toSeconds() + 1) + "秒お待ちください。");
      this.seconds = wait.toSeconds() + 1;
    }

    @Override
    public Map<String, Object> extensions() {
      return Map.of("retryAfter", seconds);
    }
  }
}
