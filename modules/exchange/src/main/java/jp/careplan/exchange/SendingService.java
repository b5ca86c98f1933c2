package jp.careplan.exchange;

import static jp.careplan.application.StaffProblem.KIND_CLOSED;
import static jp.careplan.exchange.ExchangeProblem.BAD_SIGNATURE;
import static jp.careplan.exchange.ExchangeProblem.MANIFEST_MISMATCH;
import static jp.careplan.exchange.ExchangeProblem.MORE_THAN_ONE_UNIT;
import static jp.careplan.exchange.ExchangeProblem.NO_FILES;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.TransactionalException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.SendingOutcome.Refused;
import jp.careplan.exchange.SendingOutcome.Unsure;
import jp.careplan.exchange.internal.encryption.ContentCipher;
import jp.careplan.exchange.internal.encryption.SealedContent;
import jp.careplan.exchange.internal.evidence.OfficeSignature;
import jp.careplan.exchange.internal.evidence.ReceiptNumber;
import jp.careplan.exchange.internal.evidence.ReceiptSigner;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.Sha256;

/**
 * The order of steps at the door. Everything that costs time (check, sealing, signing) happens
 * outside a transaction; {@link SendingStore} then writes all of it in one.
 */
@ApplicationScoped
class SendingService implements Sending {
  @Inject private SendingStore store;
  @Inject private BundleCheck check;
  @Inject private Enclosures enclosures;
  @Inject private DestinationGuard guard;
  @Inject private ContentCipher cipher;
  @Inject private ReceiptSigner signer;
  @Inject private Clock clock;

  @Override
  public List<CheckedUnit> check(OfficeSession by, List<OfferedFile> files) {
    return guard.doubting(by, check.all(by.office(), files));
  }

  @Override
  public List<List<CheckedUnit>> checkEach(OfficeSession by, List<List<OfferedFile>> folders) {
    List<List<BundleCheck.Checked>> checked = check.each(by.office(), folders);
    var units = guard.doubting(by, checked.stream().flatMap(List::stream).toList()).iterator();
    return checked.stream()
        .map(folder -> folder.stream().map(unit -> units.next()).toList())
        .toList();
  }

  @Override
  public SendingOutcome send(OfficeSession by, SendingOffer offer) {
    String contentHash = Sha256.hex(offer.manifest());
    SendingStore.Before before = store.before(by.office(), offer.id(), contentHash);
    if (before.accepted().isPresent()) {
      return before.accepted().get();
    }
    requireWhole(offer);
    requireSignedByCaller(by, offer);
    if (offer.isMessageAlone()) { // the same words may be said twice
      SealedUnit message = enclosures.alone(by, offer);
      requireKind(by, message);
      List<Doubt> doubts = doubts(by, offer, message);
      return isStopped(offer, doubts)
          ? new Unsure(doubts)
          : keep(by, offer, message, contentHash, false, doubts);
    }
    BundleCheck.Checked checked = checkOne(by, offer);
    boolean despite = offer.reason().isPresent() && checked.unit().overridable();
    if (!checked.unit().isAccepted() && !despite) {
      return new Refused(checked.unit().findings(), checked.unit().overridable());
    }
    SealedUnit unit = checked.seal();
    requireKind(by, unit);
    if (!offer.resend() && before.same().isPresent()) {
      return before.same().get();
    }
    List<Doubt> doubts = doubts(by, offer, checked);
    if (isStopped(offer, doubts)) {
      return new Unsure(doubts);
    }
    return keep(by, offer, enclosures.along(unit, offer), contentHash, despite, doubts);
  }

  private static void requireKind(OfficeSession by, SealedUnit unit) {
    if (!by.rights().includes(unit.sender().serviceKind())) {
      throw new DomainException(KIND_CLOSED, "");
    }
  }

  /** A program that is not asked pays nothing for the question. */
  private List<Doubt> doubts(OfficeSession by, SendingOffer offer, BundleCheck.Checked checked) {
    return offer.confirmation() == Confirmation.NOT_ASKED
        ? List.of()
        : guard.doubting(by, List.of(checked)).getFirst().doubts();
  }

  private List<Doubt> doubts(OfficeSession by, SendingOffer offer, SealedUnit message) {
    return offer.confirmation() == Confirmation.NOT_ASKED
        ? List.of()
        : guard.doubting(by, message.recipient().number());
  }

  private static boolean isStopped(SendingOffer offer, List<Doubt> doubts) {
    return offer.confirmation() == Confirmation.ASKED && !doubts.isEmpty();
  }

  @Override
  public TransmissionDetail withdraw(OfficeSession by, TransmissionId id, String reason) {
    return store.withdraw(by, id, reason);
  }

  private static void requireWhole(SendingOffer offer) {
    if (offer.allFiles().isEmpty()) {
      throw new DomainException(NO_FILES, "");
    }
    if (!SendingOffer.manifestOf(offer.allFiles()).equals(offer.manifest())) {
      throw new DomainException(MANIFEST_MISMATCH, "");
    }
  }

  /** No signature is well: a browser has no certificate to sign with. */
  private static void requireSignedByCaller(OfficeSession by, SendingOffer offer) {
    byte[] manifest = offer.manifest().getBytes(StandardCharsets.UTF_8);
    offer
        .signature()
        .filter(cms -> !OfficeSignature.verifies(cms, manifest, by.thumbprint()))
        .ifPresent(cms -> {
          throw new DomainException(BAD_SIGNATURE, "");
        });
  }

  private BundleCheck.Checked checkOne(OfficeSession by, SendingOffer offer) {
    List<BundleCheck.Checked> units = check.all(by.office(), offer.files());
    if (units.size() != 1) {
      throw new DomainException(MORE_THAN_ONE_UNIT, units.size() + "組あります。");
    }
    return units.getFirst();
  }

  private SendingOutcome keep(
      OfficeSession by,
      SendingOffer offer,
      SealedUnit unit,
      String contentHash,
      boolean despite,
      List<Doubt> confirmed) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    SealedContent content =
        cipher.seal(
            offer.id().value(), unit.files().stream().map(part -> part.file().content()).toList());
    String number = ReceiptNumber.of(offer.id().value(), now.atZone(clock.getZone()).toLocalDate());
    byte[] text = ReceiptText.write(offer, number, unit, contentHash, now);
    var receipt = new Receipt(number, now, contentHash, signer.sign(text));
    Optional<String> reason = despite ? offer.reason() : Optional.empty();
    try {
      return store.store(by, offer, unit, content, receipt, reason, confirmed);
    } catch (PersistenceException | TransactionalException e) {
      // Two at once under one ID meet at the unique key: the loser reads the winner's answer.
      return store.before(by.office(), offer.id(), contentHash).accepted().orElseThrow(() -> e);
    }
  }
}
