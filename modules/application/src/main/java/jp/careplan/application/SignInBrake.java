package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.BAD_CREDENTIALS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.Sha256;

/**
 * Slows guesses by source and account together, so that a stranger cannot slow the office itself.
 */
@ApplicationScoped
class SignInBrake {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  void refuseIfTooSoon(KjUserId user, String source) {
    SignInFailure failure = em.find(SignInFailure.class, key(user, source));
    if (failure != null && !failure.wait(clock.instant()).isZero()) {
      throw new TooSoon(failure.wait(clock.instant()));
    }
  }

  /** Guesses made at once queue at the row, so that each is counted. */
  DomainException failed(KjUserId user, String source) {
    String key = key(user, source);
    em.createNativeQuery(
            "INSERT INTO application_sign_in_failure (id, failures, next_try_at, version)"
                + " VALUES (?, 0, '1970-01-01', 0) ON DUPLICATE KEY UPDATE version = version + 1")
        .setParameter(1, key)
        .executeUpdate();
    SignInFailure failure = em.find(SignInFailure.class, key);
    em.refresh(failure);
    failure.fail(clock.instant());
    return new DomainException(BAD_CREDENTIALS, "");
  }

  void succeeded(KjUserId user, String source) {
    if (em.find(SignInFailure.class, key(user, source)) != null) {
      em.createQuery("delete from SignInFailure f where f.id = :id")
          .setParameter("id", key(user, source))
          .executeUpdate();
    }
  }

  private static String key(KjUserId user, String source) {
    return Sha256.hex(source + " " + user.value());
  }

  /** Tells how long to wait. */
  static final class TooSoon extends DomainException {
    private static final long serialVersionUID = 1L;
    private final long seconds;

    TooSoon(Duration wait) {
      super(ApplicationProblem.SLOWED, "あと" + (wait.toSeconds() + 1) + "秒お待ちください。");
      this.seconds = wait.toSeconds() + 1;
    }

    @Override
    public Map<String, Object> extensions() {
      return Map.of("retryAfter", seconds);
    }
  }
}
