package jp.careplan.exchange.view;

import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.Enclosure;
import jp.careplan.exchange.Party;
import jp.careplan.exchange.TransmissionStatus;
import jp.careplan.exchange.TransmissionSummary;
import jp.careplan.kernel.OfficeNumber;

/** A transmission as the pages of one office show it. */
public final class TransmissionRow {
  private final TransmissionSummary it;
  private final OfficeNumber reader;
  private final JapaneseTime time;

  TransmissionRow(TransmissionSummary it, OfficeNumber reader, JapaneseTime time) {
    this.it = it;
    this.reader = reader;
    this.time = time;
  }

  private boolean isOwn() {
    return it.sender().number().equals(reader);
  }

  private Party other() {
    return isOwn() ? it.recipient() : it.sender();
  }

  public String getId() {
    return it.id().value();
  }

  public String getPartner() {
    return other().name();
  }

  public String getPartnerNumber() {
    return other().number().value();
  }

  public String getPartnerKind() {
    return Words.serviceKind(other());
  }

  public String getKind() {
    return Words.unit(it.unit());
  }

  public String getMonth() {
    return it.serviceMonth().map(time::month).orElse("–");
  }

  public int getPeople() {
    return it.people();
  }

  /** 20人中1人に新しい版; empty where all is as it was sent. */
  public String getChanged() {
    var changed = it.changed();
    String newer = changed.newer() == 0 ? "" : it.people() + "人中" + changed.newer() + "人に新しい版";
    String deleted = changed.deleted() == 0 ? "" : changed.deleted() + "人が削除済み";
    return newer.isEmpty() || deleted.isEmpty() ? newer + deleted : newer + "、" + deleted;
  }

  public int getFileCount() {
    return it.fileCount();
  }

  public String getSize() {
    return Words.size(it.bytes());
  }

  public String getSentAt() {
    return time.moment(it.sentAt());
  }

  public String getReceiptNumber() {
    return it.receiptNumber();
  }

  public boolean isSignedBySender() {
    return it.signedBySender();
  }

  public String getStatus() {
    if (isFrozen()) {
      return Words.FROZEN;
    }
    return it.erasedAt().isPresent() ? Words.ERASED : Words.status(it.status());
  }

  public String getStyle() {
    if (isFrozen()) {
      return "bad";
    }
    return it.erasedAt().isPresent() ? "gone" : Words.style(it.status());
  }

  /** Whether the reader still has to receive it, or the partner of the reader. */
  public boolean isWaiting() {
    return it.status() == TransmissionStatus.SENT;
  }

  public boolean isReceivable() {
    return isWaiting() && !isOwn();
  }

  public boolean isWithdrawable() {
    return isWaiting() && isOwn();
  }

  /** Sent by the reader, and of no use to the partner as it is. */
  public boolean isToBeSentAgain() {
    return isOwn()
        && (it.status() == TransmissionStatus.WITHDRAWN
            || it.status() == TransmissionStatus.EXPIRED
            || it.status() == TransmissionStatus.IMPORT_FAILED);
  }

  public boolean isOpen() {
    return !isFrozen() && (isOwn() || (it.status().isReceived() && it.erasedAt().isEmpty()));
  }

  /** Reported as sent to the wrong office and not settled. */
  public boolean isFrozen() {
    return it.frozenAt().isPresent();
  }

  public boolean isErased() {
    return it.erasedAt().isPresent();
  }

  /** Whether it can be reported as sent to the wrong office. */
  public boolean isFreezable() {
    return it.status().isReceived() && !isFrozen() && !isErased();
  }

  /** The reader may tell whether care software took it in. */
  public boolean isImportable() {
    return !isOwn() && it.status().isReceived() && !isMessageAlone();
  }

  /** Whether that was told. */
  public boolean isImportTold() {
    return it.importReportedAt().isPresent();
  }

  public boolean isImportFailed() {
    return it.status() == TransmissionStatus.IMPORT_FAILED;
  }

  public String getImportReportedAt() {
    return it.importReportedAt().map(time::moment).orElse("");
  }

  public String getImportMessage() {
    return it.importMessage().orElse("");
  }

  /** Sent by the reader and in the partner's hands: it cannot be taken back any more. */
  public boolean isOutOfHand() {
    return isOwn() && it.status().isReceived();
  }

  /** Whether a message goes along, or is all there is. */
  public boolean isMessage() {
    return it.message().isPresent();
  }

  public boolean isMessageAlone() {
    return it.unit().equals(Enclosure.UNIT);
  }

  /** ✉ 添付2 既読, for lists; empty where no message goes along. */
  public String getMessageMark() {
    return it.message()
        .map(mark ->
            "✉ メッセージ"
                + (mark.attachments() > 0 ? " 添付" + mark.attachments() : "")
                + (isOwn() ? (mark.readAt().isPresent() ? " 既読" : " 未読") : ""))
        .orElse("");
  }

  /** When and by whom the recipient first read the message; empty where nobody did. */
  public String getMessageRead() {
    return it.message()
        .flatMap(mark -> mark.readAt().map(at -> time.moment(at) + " " + mark.readBy().orElse("")))
        .orElse("");
  }

  /** Where an answer is written, for the same two sides. */
  public String getAnswerAddress() {
    Party reader = isOwn() ? it.sender() : it.recipient();
    return "/office/message?to="
        + other().number().value()
        + "&kind="
        + other().serviceKind()
        + "&own="
        + reader.serviceKind();
  }

  public boolean isSentByReader() {
    return isOwn();
  }

  /** Why findings were sent knowingly; empty where there was nothing to excuse. */
  public String getReason() {
    return it.reason().orElse("");
  }

  public String getWithdrawalReason() {
    return it.withdrawalReason().orElse("");
  }
}
