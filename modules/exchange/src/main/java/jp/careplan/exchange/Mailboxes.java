package jp.careplan.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession;

/** 受信箱 and 送信済一覧. */
public interface Mailboxes {
  /**
   * What a list shows.
   *
   * @param unreadOnly only what waits to be received (inbox) or was not received yet (sent)
   * @param partner office number of the other side
   * @param month {@code yyyymm}
   * @param kind {@code plan}, {@code result} or {@code delete}
   * @param failedOnly only what the recipient could not take in (取込エラー)
   */
  record Filter(
      boolean unreadOnly,
      Optional<String> partner,
      Optional<String> month,
      Optional<String> kind,
      boolean failedOnly) {
    public Filter(
        boolean unreadOnly,
        Optional<String> partner,
        Optional<String> month,
        Optional<String> kind) {
      this(unreadOnly, partner, month, kind, false);
    }

    public static final Filter ALL =
        new Filter(false, Optional.empty(), Optional.empty(), Optional.empty());
    public static final Filter UNREAD =
        new Filter(true, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /**
   * One page of a list.
   *
   * @param next where the next page begins; empty at the end
   */
  record Page(List<TransmissionSummary> items, Optional<String> next) {}

  /**
   * What waits.
   *
   * @param unread inbox entries not received
   * @param notReceived sent by this office and not received yet by the partner
   * @param sentToday sent since midnight
   * @param importFailed sent by this office, and the partner's care software could not take it in
   */
  record Overview(long unread, long notReceived, long sentToday, long importFailed) {}

  /** A step of a transmission that the office was told of. */
  record Event(long number, TransmissionStatus reached, TransmissionId transmission, Instant at) {}

  /** Newest first. */
  Page inbox(OfficeSession by, Filter filter, Optional<String> cursor, int limit);

  /** Oldest first, with inbox numbers above {@code after}. */
  List<TransmissionSummary> inboxAfter(OfficeSession by, Filter filter, long after, int limit);

  /** Newest first. */
  Page sent(OfficeSession by, Filter filter, Optional<String> cursor, int limit);

  TransmissionDetail detail(OfficeSession by, TransmissionId id);

  Receipt receipt(OfficeSession by, TransmissionId id);

  Overview overview(OfficeSession by);

  /** Inbox entries not received; what every page shows in its navigation. */
  long unread(OfficeSession by);

  /** Number of the newest event of the office's mailbox: whoever saw it saw all. */
  long newest(OfficeSession by);

  /** Events above a number, oldest first; {@link MailboxBell} tells when to look again. */
  List<Event> events(OfficeSession by, long after);
}
