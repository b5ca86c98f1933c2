package jp.careplan.application.view;

import static java.lang.System.Logger.Level.ERROR;
import static jp.careplan.application.DeskProblem.IMPORT_STOPPED;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jp.careplan.application.AccountImport;
import jp.careplan.application.AccountImport.Approval;
import jp.careplan.application.OperatorSession;
import jp.careplan.kernel.DomainException;

/** Looks at files and applies them while nobody's request waits. */
@ApplicationScoped
class ImportRunner {
  private static final System.Logger LOG = System.getLogger(ImportRunner.class.getName());

  @Inject private AccountImport accounts;
  @Resource private ManagedExecutorService executor;

  void look(ImportJob job, OperatorSession by) {
    executor.execute(() -> run(job, () -> job.looked(accounts.preview(job, by))));
  }

  void apply(ImportJob job, Approval approval, OperatorSession by) {
    if (job.begin()) {
      executor.execute(() -> run(job, () -> job.applied(accounts.apply(job, approval, by))));
    }
  }

  static void run(ImportJob job, Runnable work) {
    try {
      work.run();
    } catch (DomainException e) {
      job.refused(e);
    } catch (RuntimeException e) {
      LOG.log(ERROR, "import of accounts failed", e);
      job.refused(new DomainException(IMPORT_STOPPED, ""));
    }
  }
}
