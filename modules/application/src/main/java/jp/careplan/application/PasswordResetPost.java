package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
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
    List<String> waiting;
    do { // all of them: whoever asks for thousands of IDs makes nobody else wait for long
      waiting = resets.unanswered();
      waiting.forEach(resets::answer);
    } while (waiting.size() == PasswordResets.AT_ONCE);
  }
}
