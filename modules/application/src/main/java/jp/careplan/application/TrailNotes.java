package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jp.careplan.kernel.AuditTrail;

/** Notes in the trail what no other change goes with. */
@ApplicationScoped
class TrailNotes {
  @Inject private AuditTrail trail;

  @Transactional
  void append(AuditTrail.Entry entry) {
    trail.append(entry);
  }
}
