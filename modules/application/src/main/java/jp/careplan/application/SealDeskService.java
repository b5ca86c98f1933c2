package jp.careplan.application;

import static jp.careplan.application.OperatorRole.AUDITOR;
import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.function.LongConsumer;
import jp.careplan.kernel.AuditSeals;
import jp.careplan.kernel.AuditTrail;

/** No transaction spans a verification: it may take minutes. */
@ApplicationScoped
class SealDeskService implements SealDesk {
  @Inject private AuditSeals seals;
  @Inject private TrailNotes notes;

  @Override
  public AuditSeals.State state(OperatorSession by) {
    by.require(AUDITOR, OPERATOR);
    return seals.state();
  }

  @Override
  public AuditSeals.Verdict verify(OperatorSession by, LongConsumer reached) {
    by.require(AUDITOR, OPERATOR);
    AuditSeals.Verdict verdict = seals.verify(reached);
    note(by, "trail-verified", verdict.seals() + (verdict.isWhole() ? " whole" : " broken"));
    return verdict;
  }

  @Override
  public void write(OperatorSession by, long after, Appendable out) throws IOException {
    by.require(AUDITOR, OPERATOR);
    note(by, "seals-exported", "after " + after);
    seals.write(after, out);
  }

  @Override
  public String signers(OperatorSession by) {
    by.require(AUDITOR, OPERATOR);
    return seals.signers();
  }

  private void note(OperatorSession by, String action, String subject) {
    notes.append(new AuditTrail.Entry(by.operator().value(), "", action, subject));
  }
}
