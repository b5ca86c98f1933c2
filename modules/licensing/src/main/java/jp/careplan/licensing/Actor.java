package jp.careplan.licensing;

import jp.careplan.kernel.AuditTrail;

/**
 * Who acts, as it stands in the audit trail.
 *
 * @param reason why an operator did it; empty where nobody is asked
 */
record Actor(String name, String reason) {
  Actor(String name) {
    this(name, "");
  }

  AuditTrail.Entry did(String action, String office, String subject) {
    return new AuditTrail.Entry(name, office, action, subject, reason);
  }
}
