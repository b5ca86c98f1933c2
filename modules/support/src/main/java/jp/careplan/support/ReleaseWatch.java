package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import jp.careplan.kernel.Worker;

/** Brings in what this node ships: texts first, because rules speak from them. */
@ApplicationScoped
class ReleaseWatch implements Worker {
  @Inject private Texts texts;
  @Inject private ReleaseRules rules;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(1);
  }

  @Override
  public void work() {
    texts.revision();
    rules.bringIn();
  }
}
