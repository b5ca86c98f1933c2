package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import jp.careplan.kernel.Worker;

/** Answers those who asked for a way back in. */
@ApplicationScoped
class PasswordResetPost implements Worker {
  @Inject private PasswordResets resets;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void work() {
    resets.unanswered().forEach(resets::answer);
  }
}
