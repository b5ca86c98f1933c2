package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.IntUnaryOperator;
import jp.careplan.kernel.Worker;

/** Deletes what was kept long enough, in small committed steps. */
@ApplicationScoped
class SupportPurge implements Worker {
  private static final int STEP = 100;

  @Inject private InquiryStore inquiries;
  @Inject private UnmetQueue unmet;
  @Inject private ChatService chats;
  @Inject private RuleUsage usage;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(20);
  }

  @Override
  public void work() {
    all(inquiries::purge);
    all(unmet::purge);
    all(chats::purge);
    all(usage::purge);
  }

  private static void all(IntUnaryOperator step) {
    int gone;
    do {
      gone = step.applyAsInt(STEP);
    } while (gone == STEP);
  }
}
