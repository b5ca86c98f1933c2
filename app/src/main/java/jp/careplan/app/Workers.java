package jp.careplan.app;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import jp.careplan.kernel.Worker;

/** Starts the modules' workers once the tables stand, and stops them with the node. */
@Singleton
@Startup
@DependsOn({"Migrations", "KeyCheck"})
public class Workers {
  private static final System.Logger LOG = System.getLogger(Workers.class.getName());

  private final List<ScheduledFuture<?>> running = new ArrayList<>();
  @Resource private ManagedScheduledExecutorService executor;
  @Inject @Any private Instance<Worker> workers;

  @PostConstruct
  void start() {
    for (Worker worker : workers) {
      long rest = worker.rest().toMillis();
      running.add(
          executor.scheduleWithFixedDelay(() -> round(worker), rest, rest, TimeUnit.MILLISECONDS));
    }
  }

  private static void round(Worker worker) {
    try {
      worker.work();
    } catch (RuntimeException e) {
      if (databaseIsAway(e)) {
        LOG.log(WARNING, "worker waits for the database");
      } else {
        LOG.log(ERROR, "worker failed, tries again later", e);
      }
    }
  }

  private static boolean databaseIsAway(RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException trouble && DatabaseTrouble.passes(trouble)) {
        return true;
      }
    }
    return false;
  }

  @PreDestroy
  void stop() {
    running.forEach(worker -> worker.cancel(false));
  }
}
