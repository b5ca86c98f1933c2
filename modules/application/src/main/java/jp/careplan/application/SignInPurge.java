package jp.careplan.application;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntUnaryOperator;

/**
 * Deletes what is over: counted failures, sessions, hand-offs. In small committed steps, on every
 * node; what another node deleted first is simply gone.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class SignInPurge {
  private static final System.Logger LOG = System.getLogger(SignInPurge.class.getName());
  private static final int STEP = 500;

  private final AtomicBoolean running = new AtomicBoolean();

  @Inject private SignInBrake brake;
  @Inject private SignInStore store;

  @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
  void purge() {
    if (!running.compareAndSet(false, true)) {
      return;
    }
    try {
      all(brake::purge);
      all(store::purgeHandOffs);
      all(store::purgeSessions);
    } catch (RuntimeException e) { // the database is away, or another node was at the same rows
      LOG.log(WARNING, "purge of sign-ins put off: {0}", e.getClass().getName());
    } finally {
      running.set(false);
    }
  }

  private static void all(IntUnaryOperator step) {
    int gone;
    do {
      gone = step.applyAsInt(STEP);
    } while (gone == STEP);
  }
}
