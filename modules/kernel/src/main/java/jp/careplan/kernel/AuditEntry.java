package jp.careplan.kernel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One line of the audit trail; written once, never changed. */
@SuppressWarnings("UnusedVariable") // the fields are read by JPA alone
@Entity
@Table(name = "kernel_audit_entry")
class AuditEntry {
  @Id private String id;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  private String actor;
  private String office;
  private String action;
  private String subject;
  private String reason;
  private byte[] stamp;

  AuditReading.Line line() {
    return new AuditReading.Line(
        id, occurredAt, new AuditTrail.Entry(actor, office, action, subject, reason));
  }

  protected AuditEntry() {}

  AuditEntry(String id, Instant occurredAt, AuditTrail.Entry entry, byte[] stamp) {
    this.id = id;
    this.occurredAt = occurredAt;
    this.actor = entry.actor();
    this.office = entry.office();
    this.action = entry.action();
    this.subject = entry.subject();
    this.reason = entry.reason();
    this.stamp = stamp;
  }
}
