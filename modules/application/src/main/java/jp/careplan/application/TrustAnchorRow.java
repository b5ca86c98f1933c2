package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** What operators decided about an authority. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "application_trust_anchor")
class TrustAnchorRow {
  enum Decision {
    PROPOSED,
    ADDED,
    REMOVED
  }

  @Id private String fingerprint;

  @Enumerated(EnumType.STRING)
  private Decision decision;

  private byte[] sealed;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Version private long version;

  protected TrustAnchorRow() {}

  TrustAnchorRow(String fingerprint, Decision decision, byte[] sealed, Instant at) {
    this.fingerprint = fingerprint;
    this.decision = decision;
    this.sealed = sealed.clone();
    this.decidedAt = at;
  }

  String fingerprint() {
    return fingerprint;
  }

  Decision decision() {
    return decision;
  }

  byte[] sealed() {
    return sealed.clone();
  }

  void decide(Decision made, byte[] newSealed, Instant at) {
    decision = made;
    sealed = newSealed.clone();
    decidedAt = at;
  }

  /** What its seal is bound to, so that no other row and no other decision opens it. */
  static String place(String fingerprint, Decision decision) {
    return "application_trust_anchor " + fingerprint + " " + decision;
  }
}
