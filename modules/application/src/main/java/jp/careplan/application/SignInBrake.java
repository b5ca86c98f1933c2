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

  DomainException failed(KjUserId user, String source) {
    String key = key(user, source);
    SignInFailure failure = em.find(SignInFailure.class, key);
    if (failure == null) {
      failure = new SignInFailure(key, clock.instant());
      em.persist(failure);
    }
    failure.fail(clock.instant());
    return new DomainException(BAD_CREDENTIALS, "");
  }

  void succeeded(KjUserId user, String source) {
    SignInFailure failure = em.find(SignInFailure.class, key(user, source));
    if (failure != null) {
      em.remove(failure);
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
