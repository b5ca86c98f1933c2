package jp.careplan.application;

import static jp.careplan.application.DeskProblem.ALREADY_PROPOSED;
import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KernelProblem;
import jp.careplan.kernel.OfficeNumber;

@ApplicationScoped
@Transactional
class ApprovalService implements Approvals {
  @PersistenceContext private EntityManager em;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;
  @Inject private Event<Approved> approved;

  @Override
  public void propose(OperatorSession by, Matter matter, String reason) {
    requireMay(by, matter);
    String kept = OperatorSession.reason(reason);
    if (open().map(Approval::view).anyMatch(proposal -> proposal.matter().equals(matter))) {
      throw new DomainException(ALREADY_PROPOSED, "");
    }
    em.persist(new Approval(by.operator(), matter, kept, clock.instant()));
    audit(by, matter, matter.action() + "-proposed", kept);
  }

  @Override
  public List<Proposal> waiting(OperatorSession by) {
    by.require(OPERATOR);
    return open().map(Approval::view).filter(proposal -> reaches(by, proposal.matter())).toList();
  }

  @Override
  public void approve(OperatorSession by, String proposalId, String remark) {
    Approval approval = locked(by, proposalId);
    String kept = OperatorSession.reason(remark);
    approval.approve(by.operator(), kept, clock.instant());
    Proposal proposal = approval.view();
    audit(by, proposal.matter(), proposal.matter().action() + "-approved", kept);
    approved.fire(
        new Approved(proposal.matter(), proposal.reason(), proposal.proposedBy(), by.operator()));
  }

  @Override
  public void reject(OperatorSession by, String proposalId, String remark) {
    Approval approval = locked(by, proposalId);
    String kept = OperatorSession.reason(remark);
    approval.reject(by.operator(), kept, clock.instant());
    Matter matter = approval.view().matter();
    audit(by, matter, matter.action() + "-rejected", kept);
  }

  /** Of two who decide at once the second waits here and then sees that it is over. */
  private Approval locked(OperatorSession by, String proposalId) {
    Approval approval = em.find(Approval.class, proposalId, LockModeType.PESSIMISTIC_WRITE);
    if (approval == null) {
      throw new DomainException(KernelProblem.NOT_FOUND, "");
    }
    requireMay(by, approval.view().matter());
    return approval;
  }

  private Stream<Approval> open() {
    return em.createQuery(
            "select a from Approval a where a.decision = :open and a.expiresAt > :now"
                + " order by a.proposedAt",
            Approval.class)
        .setParameter("open", Approval.Decision.OPEN)
        .setParameter("now", clock.instant())
        .getResultStream();
  }

  private static void requireMay(OperatorSession by, Matter matter) {
    if (matter.office().isEmpty()) {
      by.requireWholeCountry(OPERATOR);
    } else {
      by.requireFor(new OfficeNumber(matter.office()), OPERATOR);
    }
  }

  private static boolean reaches(OperatorSession by, Matter matter) {
    return by.prefectures().isEmpty()
        || (!matter.office().isEmpty()
            && by.prefectures().contains(new OfficeNumber(matter.office()).prefecture()));
  }

  private void audit(OperatorSession by, Matter matter, String action, String reason) {
    trail.append(
        new AuditTrail.Entry(
            by.operator().value(), matter.office(), action, matter.subject(), reason));
  }
}
