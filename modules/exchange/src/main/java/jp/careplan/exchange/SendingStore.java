package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.SendingOutcome.Accepted;
import jp.careplan.exchange.SendingOutcome.AlreadySent;
import jp.careplan.exchange.internal.encryption.SealedContent;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.OfficeNumber;

/** The sender's transactions, each short. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class SendingStore {
  @Inject private Transmissions transmissions;
  @Inject private TransmissionViews views;
  @Inject private OfficeDirectory offices;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;
  @Inject private Event<MailboxChanged> changed;

  Optional<Transmission> find(TransmissionId id) {
    return transmissions.find(id);
  }

  Optional<AlreadySent> findSame(OfficeNumber sender, String contentHash) {
    return transmissions
        .findSame(sender, contentHash)
        .map(same -> new AlreadySent(same.id(), same.sentAt()));
  }

  /** What was answered when this transmission was accepted. */
  Accepted accepted(TransmissionId id) {
    Transmission kept = transmissions.find(id).orElseThrow();
    var receipt =
        new Receipt(
            kept.receiptNumber(),
            kept.sentAt(),
            kept.contentHash(),
            transmissions.receipt(id).cms());
    return new Accepted(
        id,
        kept.recipientParty(offices.findAll(List.of(kept.recipient()))),
        kept.unit(),
        receipt,
        true,
        transmissions.findings(id));
  }

  Accepted store(
      OfficeSession by,
      SendingOffer offer,
      SealedUnit unit,
      SealedContent content,
      Receipt receipt,
      Optional<String> reason) {
    trail.append(
        new AuditTrail.Entry(
            by.user().value(), by.office().value(), "transmission-sent", offer.id().value()));
    transmissions.add(
        unit,
        new TransmissionContent(offer.id(), content),
        new StoredReceipt(offer.id(), receipt.cms(), offer.signature()),
        number -> new Transmission(unit, offer.id(), receipt, reason, number),
        by,
        receipt.sentAt());
    changed.fire(new MailboxChanged(unit.recipient().number()));
    return new Accepted(offer.id(), unit.recipient(), unit.unit(), receipt, false, unit.findings());
  }

  TransmissionDetail withdraw(OfficeSession by, TransmissionId id, String reason) {
    Transmission transmission = transmissions.requireLocked(id, by.office());
    Instant now = clock.instant();
    transmission.withdraw(by.office(), reason, now);
    transmissions.tell(
        transmission.recipient(), transmission, TransmissionStatus.WITHDRAWN, by, reason, now);
    trail.append(
        new AuditTrail.Entry(
            by.user().value(), by.office().value(), "transmission-withdrawn", id.value()));
    changed.fire(new MailboxChanged(transmission.recipient()));
    return views.detail(transmission, by.office());
  }
}
