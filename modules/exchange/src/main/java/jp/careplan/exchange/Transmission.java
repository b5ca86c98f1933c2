package jp.careplan.exchange;

import static jp.careplan.exchange.ExchangeProblem.ALREADY_RECEIVED;
import static jp.careplan.exchange.ExchangeProblem.ERASED;
import static jp.careplan.exchange.ExchangeProblem.FROZEN;
import static jp.careplan.exchange.ExchangeProblem.NOT_RECEIVED_YET;
import static jp.careplan.exchange.ExchangeProblem.NOT_THE_RECIPIENT;
import static jp.careplan.exchange.ExchangeProblem.NOT_THE_SENDER;
import static jp.careplan.exchange.ExchangeProblem.NOT_TO_BE_FROZEN;
import static jp.careplan.exchange.ExchangeProblem.NOT_YOURS;
import static jp.careplan.exchange.ExchangeProblem.REASON_TOO_LONG;
import static jp.careplan.exchange.TransmissionStatus.DOWNLOADED;
import static jp.careplan.exchange.TransmissionStatus.IMPORTED;
import static jp.careplan.exchange.TransmissionStatus.IMPORT_FAILED;
import static jp.careplan.exchange.TransmissionStatus.RECEIVED;
import static jp.careplan.exchange.TransmissionStatus.SENT;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import org.jspecify.annotations.Nullable;

/** One sending unit on its way from one office to another. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "exchange_transmission")
class Transmission {
  private static final int LONGEST_REASON = 500;

  @Id private String id;
  private String sender;

  @Column(name = "sender_kind")
  private String senderKind;

  private String recipient;

  @Column(name = "recipient_kind")
  private String recipientKind;

  @Column(name = "inbox_number")
  private long inboxNumber;

  @Enumerated(EnumType.STRING)
  private TransmissionStatus status;

  private String unit;
  private String kind;

  @Column(name = "service_month")
  private String serviceMonth;

  @Column(name = "sequence_number")
  private String sequence;

  @Column(name = "csv_version")
  private String csvVersion;

  @Column(name = "content_hash")
  private String contentHash;

  private int people;

  @Column(name = "file_count")
  private int fileCount;

  @Column(name = "total_bytes")
  private long totalBytes;

  @Column(name = "sent_at")
  private Instant sentAt;

  @Column(name = "received_at")
  private @Nullable Instant receivedAt;

  @Column(name = "downloaded_at")
  private @Nullable Instant downloadedAt;

  @Column(name = "withdrawn_at")
  private @Nullable Instant withdrawnAt;

  @Column(name = "withdrawal_reason")
  private @Nullable String withdrawalReason;

  @Column(name = "frozen_at")
  private @Nullable Instant frozenAt;

  @Column(name = "erased_at")
  private @Nullable Instant erasedAt;

  @Column(name = "sent_despite")
  private @Nullable String sentDespite;

  @Column(name = "import_reported_at")
  private @Nullable Instant importReportedAt;

  @Column(name = "import_message")
  private @Nullable String importMessage;

  @Column(name = "receipt_number")
  private String receiptNumber;

  @Column(name = "signed_by_sender")
  private boolean signedBySender;

  @Column(name = "has_message")
  private boolean hasMessage;

  @Column(name = "attachment_count")
  private int attachments;

  @Column(name = "message_read_at")
  private @Nullable Instant messageReadAt;

  @Column(name = "message_read_by")
  private @Nullable String messageReadBy;

  @Version private long version;

  protected Transmission() {}

  Transmission(
      SealedUnit unit, SendingOffer offer, Receipt receipt, Optional<String> reason, long number) {
    this.id = offer.id().value();
    this.sender = unit.sender().number().value();
    this.senderKind = unit.sender().serviceKind();
    this.recipient = unit.recipient().number().value();
    this.recipientKind = unit.recipient().serviceKind();
    this.inboxNumber = number;
    this.status = SENT;
    this.unit = unit.unit();
    this.kind = unit.kind();
    this.serviceMonth = unit.serviceMonth();
    this.sequence = unit.sequence();
    this.csvVersion = unit.csvVersion();
    this.contentHash = receipt.contentHash();
    this.people = unit.people();
    this.fileCount = unit.files().size();
    this.totalBytes = unit.totalBytes();
    this.sentAt = receipt.sentAt();
    this.sentDespite = reason.map(Transmission::bounded).orElse(null);
    this.receiptNumber = receipt.number();
    this.signedBySender = offer.signature().isPresent();
    this.hasMessage = unit.hasMessage();
    this.attachments = unit.attachments();
  }

  /** Refuses to tell a third office, or staff for other kinds of service, that it exists. */
  Transmission visibleTo(OfficeSession by) {
    if (!isSentBy(by) && !isReceivedBy(by)) {
      throw new DomainException(NOT_YOURS, "");
    }
    return this;
  }

  /** Whether this call took it in; false when it was in already. */
  boolean receive(OfficeSession by, Instant at) {
    requireRecipient(by);
    if (status == TransmissionStatus.WITHDRAWN) {
      throw new DomainException(ExchangeProblem.WITHDRAWN, "");
    }
    requireNotExpired();
    if (status != SENT) {
      return false;
    }
    status = RECEIVED;
    receivedAt = at;
    return true;
  }

  /**
   * Whether the content may be opened by this office: the sender always, the recipient after 受信.
   */
  void requireOpenTo(OfficeSession by) {
    requireThawed();
    if (erasedAt != null && !isSentBy(by)) {
      throw new DomainException(ERASED, "");
    }
    if (isReceivedBy(by) && !status.isReceived()) {
      requireNotExpired();
      throw new DomainException(status == SENT ? NOT_RECEIVED_YET : ExchangeProblem.WITHDRAWN, "");
    }
  }

  /** The same as a question. */
  boolean isOpenTo(OfficeSession by) {
    return frozenAt == null
        && (isSentBy(by) || (isReceivedBy(by) && status.isReceived() && erasedAt == null));
  }

  /** Whether it says anything still; {@link VersionRows#holds} asks the same of the table. */
  boolean holds() {
    return status != TransmissionStatus.WITHDRAWN && frozenAt == null && erasedAt == null;
  }

  /** Whoever decrypts asks this, whatever the door: nobody opens what is frozen. */
  void requireThawed() {
    if (frozenAt != null) {
      throw new DomainException(FROZEN, "");
    }
  }

  /** Reported as sent to the wrong office: only what was received, for the rest is withdrawn. */
  void freeze(Instant at) {
    if (!status.isReceived() || frozenAt != null || erasedAt != null) {
      throw new DomainException(NOT_TO_BE_FROZEN, "");
    }
    frozenAt = at;
  }

  void thaw() {
    frozenAt = null;
  }

  /** The sender opens it again, the recipient never. */
  void closeToRecipient(Instant at) {
    frozenAt = null;
    erasedAt = at;
  }

  /** Notes that every file was downloaded; whether this call was the first to complete it. */
  boolean downloaded(Instant at) {
    if (downloadedAt != null) {
      return false;
    }
    downloadedAt = at;
    if (status == RECEIVED) {
      status = DOWNLOADED;
    }
    return true;
  }

  void reportImport(OfficeSession by, boolean imported, String message, Instant at) {
    requireRecipient(by);
    requireOpenTo(by);
    status = imported ? IMPORTED : IMPORT_FAILED;
    importReportedAt = at;
    importMessage = message.isEmpty() ? null : message;
  }

  void withdraw(OfficeSession by, String reason, Instant at) {
    if (!isSentBy(by)) {
      throw new DomainException(NOT_THE_SENDER, "");
    }
    requireNotExpired();
    if (status != SENT) {
      throw new DomainException(ALREADY_RECEIVED, "");
    }
    status = TransmissionStatus.WITHDRAWN;
    withdrawnAt = at;
    withdrawalReason = bounded(reason);
  }

  /** Its content goes; whether that is the end of it, because nobody had received it. */
  boolean expire() {
    if (status != SENT) {
      return false;
    }
    status = TransmissionStatus.EXPIRED;
    return true;
  }

  private void requireNotExpired() {
    if (status == TransmissionStatus.EXPIRED) {
      throw new DomainException(KeepingProblem.EXPIRED, "");
    }
  }

  private static String bounded(String reason) {
    if (reason.length() > LONGEST_REASON) {
      throw new DomainException(REASON_TOO_LONG, reason.length() + "文字あります。");
    }
    return reason;
  }

  /** Whether a repeated offer by this office under the same ID is the same. */
  boolean isRepeatedBy(OfficeNumber office, String hash) {
    return isSender(office) && contentHash.equals(hash);
  }

  boolean isSender(OfficeNumber office) {
    return sender.equals(office.value());
  }

  /** Whether this is the sender's side, and a kind of service that this person sees. */
  boolean isSentBy(OfficeSession by) {
    return isSender(by.office()) && by.rights().includes(senderKind);
  }

  boolean isReceivedBy(OfficeSession by) {
    return recipient.equals(by.office().value()) && by.rights().includes(recipientKind);
  }

  private void requireRecipient(OfficeSession by) {
    if (!isReceivedBy(by)) {
      throw new DomainException(NOT_THE_RECIPIENT, "");
    }
  }

  TransmissionId id() {
    return new TransmissionId(id);
  }

  OfficeNumber sender() {
    return new OfficeNumber(sender);
  }

  OfficeNumber recipient() {
    return new OfficeNumber(recipient);
  }

  TransmissionStatus status() {
    return status;
  }

  String unit() {
    return unit;
  }

  String kind() {
    return kind;
  }

  long inboxNumber() {
    return inboxNumber;
  }

  Instant sentAt() {
    return sentAt;
  }

  String serviceMonth() {
    return serviceMonth;
  }

  /** サービス種類 of the office that serves, where the names have one. */
  String serverKind() {
    return kind.equals("result") ? senderKind : recipientKind;
  }

  String contentHash() {
    return contentHash;
  }

  String receiptNumber() {
    return receiptNumber;
  }

  Party senderParty(Map<OfficeNumber, OfficeEntry> offices) {
    return party(sender, senderKind, offices);
  }

  Party recipientParty(Map<OfficeNumber, OfficeEntry> offices) {
    return party(recipient, recipientKind, offices);
  }

  TransmissionSummary summary(Map<OfficeNumber, OfficeEntry> offices, Versions.Changed changed) {
    return new TransmissionSummary(
        id(),
        inboxNumber,
        status,
        senderParty(offices),
        recipientParty(offices),
        unit,
        kind,
        Optional.of(serviceMonth).filter(month -> !month.isEmpty()),
        sequence,
        people,
        fileCount,
        totalBytes,
        sentAt,
        Optional.ofNullable(receivedAt),
        Optional.ofNullable(downloadedAt),
        Optional.ofNullable(withdrawnAt),
        Optional.ofNullable(withdrawalReason),
        Optional.ofNullable(sentDespite),
        receiptNumber,
        signedBySender,
        Optional.ofNullable(frozenAt),
        Optional.ofNullable(erasedAt),
        changed,
        Optional.ofNullable(importReportedAt),
        Optional.ofNullable(importMessage),
        message());
  }

  private Optional<TransmissionSummary.MessageMark> message() {
    return hasMessage
        ? Optional.of(
            new TransmissionSummary.MessageMark(
                attachments,
                Optional.ofNullable(messageReadAt),
                Optional.ofNullable(messageReadBy)))
        : Optional.empty();
  }

  /** The recipient's first look at the message; whether this call was it. */
  boolean readMessage(OfficeSession by, Instant at) {
    if (!hasMessage) {
      throw new DomainException(ExchangeProblem.NO_MESSAGE, "");
    }
    if (messageReadAt != null || !isReceivedBy(by)) {
      return false;
    }
    messageReadAt = at;
    messageReadBy = by.user().value();
    return true;
  }

  static Party party(String number, String serviceKind, Map<OfficeNumber, OfficeEntry> offices) {
    var office = new OfficeNumber(number);
    OfficeEntry entry = offices.get(office);
    return new Party(office, entry == null ? number : entry.name(), serviceKind);
  }
}
