package jp.careplan.exchange;

import static jp.careplan.application.OperatorRole.HELPDESK;
import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.CareSoftware;
import jp.careplan.application.CareSoftwareDesk;
import jp.careplan.application.OperatorSession;
import jp.careplan.exchange.VendorTesting.Product;
import jp.careplan.exchange.VendorTesting.Run;
import jp.careplan.exchange.VendorTesting.Status;
import jp.careplan.kernel.AuditTrail;

@ApplicationScoped
@Transactional
class VendorTestDeskService implements VendorTestDesk {
  /** The edition of the cases, as people say it. */
  private static final String EDITION = "4.1";

  @Inject private VendorRuns runs;
  @Inject private VendorMails mails;
  @Inject private CareSoftwareDesk software;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  @Override
  public List<Run> listed(OperatorSession by, Status status, String after, int most) {
    by.require(OPERATOR, HELPDESK);
    return runs.listed(status, after, most);
  }

  @Override
  public long waiting(OperatorSession by) {
    by.require(OPERATOR, HELPDESK);
    return runs.count(Status.SUBMITTED);
  }

  @Override
  public Run run(OperatorSession by, String id) {
    by.require(OPERATOR, HELPDESK);
    return runs.view(id);
  }

  @Override
  public void publish(OperatorSession by, String id, String note, String reason) {
    by.requireWholeCountry(OPERATOR);
    runs.locked(id).publish(clock.instant());
    Run run = runs.view(id);
    Product product = run.product();
    software.publish(
        by,
        new CareSoftware(
            "",
            product.name(),
            product.maker(),
            product.version(),
            EDITION,
            "",
            run.passed(),
            Optional.of(LocalDate.ofInstant(run.changedAt(), clock.getZone())),
            note),
        reason);
    mails.published(product);
    note(by, "vendor-run-published", id, reason);
  }

  @Override
  public void sendBack(OperatorSession by, String id, String remark) {
    by.requireWholeCountry(OPERATOR);
    String kept = OperatorSession.reason(remark);
    VendorRun run = runs.locked(id);
    run.sendBack(kept, clock.instant());
    mails.sentBack(run.product(), kept);
    note(by, "vendor-run-sent-back", id, kept);
  }

  private void note(OperatorSession by, String action, String id, String reason) {
    trail.append(
        new AuditTrail.Entry(
            by.operator().value(), "", action, id, OperatorSession.reason(reason)));
  }
}
