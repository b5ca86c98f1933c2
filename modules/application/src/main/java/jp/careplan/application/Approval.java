package jp.careplan.application;

import static jp.careplan.application.DeskProblem.OWN_PROPOSAL;
import static jp.careplan.application.DeskProblem.PROPOSAL_OVER;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.TimeOrderedId;
import org.jspecify.annotations.Nullable;

/** A proposal of one operator and what another made of it. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "application_approval")
class Approval {
  private static final Duration LIFE = Duration.ofDays(7);

  enum Decision {
    OPEN,
    APPROVED,
    REJECTED
  }

  @Id private String id;
  private String action;
  private String office;
  private String subject;
  private String reason;

  @Column(name = "proposed_by")
  private String proposedBy;

  @Column(name = "proposed_at")
  private Instant proposedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Enumerated(EnumType.STRING)
  private Decision decision = Decision.OPEN;

  @Column(name = "decided_by")
  private String decidedBy = "";

  @Column(name = "decided_at")
  private @Nullable Instant decidedAt;

  private String remark = "";
  @Version private long version;

  protected Approval() {}

  Approval(OperatorId by, Approvals.Matter matter, String reason, Instant now) {
    this.id = TimeOrderedId.next();
    this.action = matter.action();
    this.office = matter.office();
    this.subject = matter.subject();
    this.reason = reason;
    this.proposedBy = by.value();
    this.proposedAt = now;
    this.expiresAt = now.plus(LIFE);
  }

  void approve(OperatorId by, String newRemark, Instant now) {
    if (proposedBy.equals(by.value())) {
      throw new DomainException(OWN_PROPOSAL, "");
    }
    decide(Decision.APPROVED, by, newRemark, now);
  }

  void reject(OperatorId by, String newRemark, Instant now) {
    decide(Decision.REJECTED, by, newRemark, now);
  }

  private void decide(Decision made, OperatorId by, String newRemark, Instant now) {
    if (decision != Decision.OPEN || !now.isBefore(expiresAt)) {
      throw new DomainException(PROPOSAL_OVER, "");
    }
    decision = made;
    decidedBy = by.value();
    decidedAt = now;
    remark = newRemark;
  }

  Approvals.Proposal view() {
    return new Approvals.Proposal(
        id,
        new Approvals.Matter(action, office, subject),
        reason,
        new OperatorId(proposedBy),
        proposedAt,
        expiresAt);
  }
}
