package jp.careplan.exchange;

import static jp.careplan.application.ApplicationProblem.OFFICE_NOT_ACTIVE;
import static jp.careplan.exchange.ExchangeProblem.ID_TAKEN;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.SendingOutcome.Accepted;
import jp.careplan.exchange.SendingOutcome.AlreadySent;
import jp.careplan.exchange.internal.encryption.SealedContent;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.licensing.Entitlement;

/** The sender's transactions, each short. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class SendingStore {
  @Inject private Transmissions transmissions;
  @Inject private TransmissionViews views;
  @Inject private OfficeDirectory offices;
  @Inject private Entitlement entitlement;
  @Inject private ContentAges ages;
  @Inject private SandboxOffices sandbox;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;
  @Inject private Event<MailboxChanged> changed;

  /**
   * What is known of an offer before it is looked at.
   *
   * @param accepted the answer that was given under this ID
   * @param same the same content under another ID
   */
  record Before(Optional<Accepted> accepted, Optional<AlreadySent> same) {}

  /**
   * In one transaction: was it sent before under this ID, may the office send at all, did the same
   * content go out under another ID. What was sent before is answered whatever the office or its
   * licence is now.
   */
  Before before(OfficeNumber sender, TransmissionId id, String contentHash) {
    if (transmissions.isNew(id, sender, contentHash)) {
      requireMaySend(sender);
      return new Before(Optional.empty(), Optional.empty());
    }
    Optional<Transmission> found = transmissions.find(id);
    if (found.isPresent()) {
      if (!found.get().isRepeatedBy(sender, contentHash)) {
        throw new DomainException(ID_TAKEN, "");
      }
      return new Before(Optional.of(accepted(found.get())), Optional.empty());
    }
    requireMaySend(sender);
    Optional<Transmission> same = transmissions.findSame(sender, contentHash);
    if (same.isPresent() && same.get().id().equals(id)) {
      return new Before(same.map(this::accepted), Optional.empty()); // came in meanwhile
    }
    return new Before(
        Optional.empty(), same.map(earlier -> new AlreadySent(earlier.id(), earlier.sentAt())));
  }

  /**
   * An office that is suspended (休止) or without licence goes on receiving. Who only practises has
   * none and pays nothing.
   */
  private void requireMaySend(OfficeNumber sender) {
    if (offices.find(sender).filter(OfficeEntry::active).isEmpty()) {
      throw new DomainException(OFFICE_NOT_ACTIVE, "休止中は送れません。受け取りと保存は、今のままできます。");
    }
    if (!sandbox.isForTrying(sender)) {
      entitlement.requireRunning(sender);
    }
  }

  /** What was answered when this transmission was accepted. */
  private Accepted accepted(Transmission kept) {
    var receipt =
        new Receipt(
            kept.receiptNumber(),
            kept.sentAt(),
            kept.contentHash(),
            transmissions.receipt(kept.id()).cms());
    return new Accepted(
        kept.id(),
        kept.recipientParty(offices.findAll(List.of(kept.recipient()))),
        kept.unit(),
        receipt,
        true,
        transmissions.findings(kept.id()));
  }

  Accepted store(
      OfficeSession by,
      SendingOffer offer,
      SealedUnit unit,
      SealedContent content,
      Receipt receipt,
      Optional<String> reason,
      List<Doubt> confirmed) {
    trail.append(
        new AuditTrail.Entry(
            by.user().value(), by.office().value(), "transmission-sent", offer.id().value()));
    if (!confirmed.isEmpty()) {
      trail.append(
          new AuditTrail.Entry(
              by.user().value(),
              by.office().value(),
              "destination-confirmed",
              offer.id().value(),
              confirmed.stream().map(Doubt::words).collect(Collectors.joining("、"))));
    }
    transmissions.add(
        unit,
        new TransmissionContent(offer.id(), content, ages.firstLook(receipt.sentAt())),
        new StoredReceipt(offer.id(), receipt.cms(), offer.signature()),
        number -> new Transmission(unit, offer, receipt, reason, number),
        by,
        receipt.sentAt());
    changed.fire(new MailboxChanged(unit.recipient().number()));
    return new Accepted(offer.id(), unit.recipient(), unit.unit(), receipt, false, unit.findings());
  }

  TransmissionDetail withdraw(OfficeSession by, TransmissionId id, String reason) {
    Transmission transmission = transmissions.requireLocked(id, by);
    Instant now = clock.instant();
    transmission.withdraw(by, reason, now);
    transmissions.tell(
        transmission.recipient(), transmission, TransmissionStatus.WITHDRAWN, by, reason, now);
    trail.append(
        new AuditTrail.Entry(
            by.user().value(), by.office().value(), "transmission-withdrawn", id.value()));
    changed.fire(new MailboxChanged(transmission.recipient()));
    return views.detail(transmission, by);
  }
}
