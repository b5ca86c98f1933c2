package jp.careplan.exchange;

import java.time.Instant;
import java.util.Optional;

/**
 * A transmission as lists show it; nothing of its content.
 *
 * @param inboxNumber its place in the recipient's inbox
 * @param unit id of the standard
 * @param kind {@code plan}, {@code result} or {@code delete}
 * @param serviceMonth {@code yyyymm}; empty where the unit has none
 * @param people distinct insured persons
 * @param bytes of all files
 * @param reason why findings were sent knowingly
 * @param signedBySender the sender signed the manifest, which was verified before it was accepted
 * @param frozenAt reported as sent to the wrong office and not settled: nobody opens the content
 * @param erasedAt sent to the wrong office: the recipient never opens the content again
 * @param changed what became of its people since
 * @param importMessage what the recipient said with its last report of an import
 */
public record TransmissionSummary(
    TransmissionId id,
    long inboxNumber,
    TransmissionStatus status,
    Party sender,
    Party recipient,
    String unit,
    String kind,
    Optional<String> serviceMonth,
    String sequence,
    int people,
    int fileCount,
    long bytes,
    Instant sentAt,
    Optional<Instant> receivedAt,
    Optional<Instant> downloadedAt,
    Optional<Instant> withdrawnAt,
    Optional<String> withdrawalReason,
    Optional<String> reason,
    String receiptNumber,
    boolean signedBySender,
    Optional<Instant> frozenAt,
    Optional<Instant> erasedAt,
    Versions.Changed changed,
    Optional<Instant> importReportedAt,
    Optional<String> importMessage,
    Optional<MessageMark> message) {

  /**
   * That a message goes along, and whether it was read; nothing of what it says.
   *
   * @param readBy user ID of the recipient's first reader
   */
  public record MessageMark(int attachments, Optional<Instant> readAt, Optional<String> readBy) {}
}
