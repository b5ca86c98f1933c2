package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import jp.careplan.kernel.Worker;

/** Makes offices findable that were entered before there was a search. */
@ApplicationScoped
class SearchTexts implements Worker {
  private static final int STEP = 500;

  @Inject private OfficeDeskService desk;

  @Override
  public Duration rest() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void work() {
    int filled;
    do {
      filled = desk.fillSearchTexts(STEP);
    } while (filled == STEP);
  }
}
