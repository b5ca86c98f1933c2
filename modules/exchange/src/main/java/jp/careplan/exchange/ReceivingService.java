package jp.careplan.exchange;

import static jp.careplan.exchange.ExchangeProblem.NO_SUCH_FILE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;

@ApplicationScoped
@Transactional
class ReceivingService implements Receiving {
  private static final int LONGEST_MESSAGE = 500;

  @Inject private Transmissions transmissions;
  @Inject private TransmissionViews views;
  @Inject private StoredContent content;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;
  @Inject private Event<MailboxChanged> changed;

  @Override
  public TransmissionDetail receive(OfficeSession by, TransmissionId id) {
    Transmission transmission = transmissions.requireLocked(id, by);
    Instant now = clock.instant();
    if (transmission.receive(by, now)) {
      tellSender(transmission, TransmissionStatus.RECEIVED, by, "", now);
    }
    return views.detail(transmission, by);
  }

  @Override
  public OfferedFile download(OfficeSession by, TransmissionId id, String fileName) {
    Transmission transmission = requireOpen(by, id);
    List<TransmissionFile> files = transmissions.files(id);
    TransmissionFile wanted =
        files.stream()
            .filter(file -> file.name().equals(fileName))
            .findFirst()
            .orElseThrow(() -> new DomainException(NO_SUCH_FILE, ""));
    List<OfferedFile> opened = content.open(id, files);
    note(by, transmission, files, List.of(wanted));
    return opened.get(files.indexOf(wanted));
  }

  @Override
  public List<OfferedFile> downloadAll(OfficeSession by, TransmissionId id) {
    Transmission transmission = requireOpen(by, id);
    List<TransmissionFile> files = transmissions.files(id);
    List<OfferedFile> opened = content.open(id, files);
    note(by, transmission, files, files);
    return opened;
  }

  /**
   * Receives where that is still to be done, and opens all files without noting them as saved; for
   * {@link BulkStore}, which notes that when they are.
   */
  List<OfferedFile> take(OfficeSession by, TransmissionId id) {
    Transmission transmission = transmissions.requireLocked(id, by);
    if (transmission.isReceivedBy(by)) {
      receive(by, id);
    }
    transmission.requireOpenTo(by);
    return content.open(id, transmissions.files(id));
  }

  void noteSaved(OfficeSession by, TransmissionId id) {
    Transmission transmission = requireOpen(by, id);
    List<TransmissionFile> files = transmissions.files(id);
    note(by, transmission, files, files);
  }

  @Override
  public TransmissionDetail reportImport(
      OfficeSession by, TransmissionId id, boolean imported, String message) {
    Transmission transmission = transmissions.requireLocked(id, by);
    Instant now = clock.instant();
    String kept =
        message.length() > LONGEST_MESSAGE ? message.substring(0, LONGEST_MESSAGE) : message;
    transmission.reportImport(by, imported, kept, now);
    tellSender(transmission, transmission.status(), by, kept, now);
    return views.detail(transmission, by);
  }

  private Transmission requireOpen(OfficeSession by, TransmissionId id) {
    Transmission transmission = transmissions.requireLocked(id, by);
    transmission.requireOpenTo(by);
    return transmission;
  }

  /** 保存済 is what the recipient did; the sender's own look changes nothing. */
  private void note(
      OfficeSession by,
      Transmission transmission,
      List<TransmissionFile> all,
      List<TransmissionFile> taken) {
    Instant now = clock.instant();
    audit(by, "files-downloaded", transmission);
    if (!transmission.isReceivedBy(by)) {
      return;
    }
    taken.forEach(file -> file.downloaded(now));
    if (all.stream().allMatch(TransmissionFile::isDownloaded) && transmission.downloaded(now)) {
      tellSender(transmission, TransmissionStatus.DOWNLOADED, by, "", now);
    }
  }

  private void tellSender(
      Transmission transmission,
      TransmissionStatus reached,
      OfficeSession by,
      String message,
      Instant at) {
    transmissions.tell(transmission.sender(), transmission, reached, by, message, at);
    audit(by, "transmission-" + reached.name().toLowerCase(java.util.Locale.ROOT), transmission);
    changed.fire(new MailboxChanged(transmission.sender()));
  }

  private void audit(OfficeSession by, String action, Transmission transmission) {
    trail.append(
        new AuditTrail.Entry(
            by.user().value(), by.office().value(), action, transmission.id().value()));
  }
}
