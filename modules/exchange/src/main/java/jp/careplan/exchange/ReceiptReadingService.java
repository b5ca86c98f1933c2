package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.internal.evidence.SignedWord;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.KeyStoreFile;

@ApplicationScoped
@Transactional
class ReceiptReadingService implements ReceiptReading {
  @Inject private Mailboxes mailboxes;
  @Inject private KeyStoreFile keys;
  @Inject private AuditTrail trail;

  @Override
  public Opened open(OfficeSession by, TransmissionId id) {
    Receipt receipt = mailboxes.receipt(by, id);
    Optional<SignedWord> word = SignedWord.open(receipt.cms(), keys.receiptIssuers());
    return new Opened(
        mailboxes.detail(by, id),
        receipt,
        word.map(SignedWord::signer),
        word.map(it -> new String(it.content(), StandardCharsets.UTF_8)).orElse(""));
  }

  @Override
  public Opened save(OfficeSession by, TransmissionId id) {
    trail.append(
        new AuditTrail.Entry(by.user().value(), by.office().value(), "receipt-saved", id.value()));
    return open(by, id);
  }
}
