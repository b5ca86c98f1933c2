package jp.careplan.licensing;

import static jp.careplan.application.OperatorRole.AUDITOR;
import static jp.careplan.application.OperatorRole.BILLING;
import static jp.careplan.application.OperatorRole.HELPDESK;
import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import jp.careplan.application.OperatorSession;
import jp.careplan.kernel.OfficeNumber;

@ApplicationScoped
@Transactional
class LicenseDeskService implements LicenseDesk {
  @Inject private LicenseService licenses;
  @Inject private FeeService fees;

  @Override
  public Licensing.Overview overviewOf(OperatorSession by, OfficeNumber office) {
    by.requireFor(office, OPERATOR, BILLING, HELPDESK, AUDITOR);
    return licenses.overviewOf(office);
  }

  @Override
  public void suspend(OperatorSession by, OfficeNumber office, String reason) {
    licenses.suspend(office, actor(by, office, reason));
  }

  @Override
  public void resume(OperatorSession by, OfficeNumber office, String reason) {
    licenses.resume(office, actor(by, office, reason));
  }

  @Override
  public void setAutoRenewal(
      OperatorSession by, OfficeNumber office, boolean wanted, String reason) {
    licenses.setAutoRenewal(office, wanted, actor(by, office, reason));
  }

  @Override
  public void renew(OperatorSession by, OfficeNumber office, String reason) {
    licenses.renew(office, actor(by, office, reason));
  }

  @Override
  public Schedule schedule(OperatorSession by) {
    by.require(OPERATOR, BILLING, AUDITOR);
    return new Schedule(fees.lines(), fees.campaigns());
  }

  @Override
  public void decide(OperatorSession by, LocalDate begins, int yen, String reason) {
    fees.decide(begins, yen, actor(by, reason));
  }

  @Override
  public void announce(
      OperatorSession by, String name, LocalDate firstDay, LocalDate lastDay, String reason) {
    fees.announce(name, firstDay, lastDay, actor(by, reason));
  }

  @Override
  public void callOff(OperatorSession by, String campaignId, String reason) {
    fees.callOff(campaignId, actor(by, reason));
  }

  private static Actor actor(OperatorSession by, OfficeNumber office, String reason) {
    by.requireFor(office, OPERATOR, BILLING);
    return new Actor(by.operator().value(), OperatorSession.reason(reason));
  }

  private static Actor actor(OperatorSession by, String reason) {
    by.requireWholeCountry(OPERATOR, BILLING);
    return new Actor(by.operator().value(), OperatorSession.reason(reason));
  }
}
