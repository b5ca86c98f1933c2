package jp.careplan.licensing;

import java.time.LocalDate;
import java.util.List;
import jp.careplan.application.OperatorSession;
import jp.careplan.kernel.OfficeNumber;

/**
 * Licences and fees in the hands of operators (運用管理者): who may is asked first, and each action
 * wants a reason, which stands in the audit trail.
 */
public interface LicenseDesk {
  Licensing.Overview overviewOf(OperatorSession by, OfficeNumber office);

  void suspend(OperatorSession by, OfficeNumber office, String reason);

  void resume(OperatorSession by, OfficeNumber office, String reason);

  void setAutoRenewal(OperatorSession by, OfficeNumber office, boolean wanted, String reason);

  void renew(OperatorSession by, OfficeNumber office, String reason);

  /** What is decided, the newest first. */
  record Schedule(List<FeeSchedule.Line> fees, List<FeeSchedule.FreePass> campaigns) {}

  Schedule schedule(OperatorSession by);

  void decide(OperatorSession by, LocalDate begins, int yen, String reason);

  void announce(
      OperatorSession by, String name, LocalDate firstDay, LocalDate lastDay, String reason);

  void callOff(OperatorSession by, String campaignId, String reason);
}
