package jp.careplan.application;

import java.time.Instant;
import java.util.List;
import jp.careplan.kernel.OfficeNumber;

/**
 * 承認: what is dangerous is proposed by one operator and approved by another within 7 days. A module
 * that has something to be approved proposes it here and does it when {@link Approved} is fired, in
 * the transaction of the approval.
 */
public interface Approvals {
  /**
   * What is proposed.
   *
   * @param action a verb, kebab-case, for example {@code close-office}
   * @param office number of the office concerned; empty text when none is
   * @param subject the ID of what is acted on
   */
  record Matter(String action, String office, String subject) {}

  /** A proposal that waits. */
  record Proposal(
      String id,
      Matter matter,
      String reason,
      OperatorId proposedBy,
      Instant proposedAt,
      Instant expiresAt) {
    /** The office it concerns. */
    public boolean concerns(OfficeNumber office) {
      return matter.office().equals(office.value());
    }
  }

  /** Fired in the transaction of the approval; whoever cannot do it now refuses. */
  record Approved(Matter matter, String reason, OperatorId proposedBy, OperatorId approvedBy) {}

  void propose(OperatorSession by, Matter matter, String reason);

  /** Those that wait, the earliest first; of the prefectures that the operator looks after. */
  List<Proposal> waiting(OperatorSession by);

  /** By another operator than the one who proposed it. */
  void approve(OperatorSession by, String proposalId, String remark);

  /** By anyone who may approve, and by whoever proposed it. */
  void reject(OperatorSession by, String proposalId, String remark);
}
