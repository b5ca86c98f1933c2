package jp.careplan.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Keeps a node up with its key store file and with the keys that were chosen. */
@ApplicationScoped
class KeyWatch implements Worker {
  @Inject private KeyChoices choices;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void work() {
    choices.follow();
  }
}
