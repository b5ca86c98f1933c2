package jp.careplan.exchange;

import static jp.careplan.exchange.ExchangeProblem.NO_SUCH_FILE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.internal.enclosure.LetterFile;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;

@ApplicationScoped
@Transactional
class MessageService implements Messages {
  @Inject private Transmissions transmissions;
  @Inject private ReceivingService receiving;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;
  @Inject private Event<MailboxChanged> changed;

  @Override
  public Letter read(OfficeSession by, TransmissionId id) {
    Transmission transmission = transmissions.requireLocked(id, by);
    transmission.requireOpenTo(by);
    if (transmission.readMessage(by, clock.instant())) {
      changed.fire(new MailboxChanged(transmission.sender()));
    }
    trail.append(
        new AuditTrail.Entry(by.user().value(), by.office().value(), "message-read", id.value()));
    return LetterFile.read(receiving.download(by, id, Enclosure.LETTER).content());
  }

  @Override
  public OfferedFile attachment(OfficeSession by, TransmissionId id, String file) {
    String name =
        read(by, id).attachments().stream()
            .filter(it -> it.file().equals(file))
            .map(Letter.Attachment::name)
            .findFirst()
            .orElseThrow(() -> new DomainException(NO_SUCH_FILE, ""));
    OfferedFile bytes = receiving.download(by, id, file);
    return new OfferedFile(name, bytes.content(), bytes.sha256());
  }
}
