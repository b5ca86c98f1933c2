package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.IntUnaryOperator;
import jp.careplan.kernel.Worker;

/**
 * Deletes what is over: counted failures, sessions, one-time ways in, settled requests. In small
 * committed steps; what another node deleted first is simply gone.
 */
@ApplicationScoped
class SignInPurge implements Worker {
  private static final int STEP = 500;

  @Inject private SignInBrake brake;
  @Inject private SignInStore store;
  @Inject private OperatorStore operators;
  @Inject private IdRequestStore idRequests;

  @Override
  public Duration rest() {
    return Duration.ofSeconds(20);
  }

  @Override
  public void work() {
    all(brake::purge);
    all(store::purgeHandOffs);
    all(store::purgeResets);
    all(store::purgeChallenges);
    all(idRequests::purge);
    all(store::purgeSessions);
    all(operators::purge);
  }

  private static void all(IntUnaryOperator step) {
    int gone;
    do {
      gone = step.applyAsInt(STEP);
    } while (gone == STEP);
  }
}
