package jp.careplan.exchange;

import java.util.Optional;
import jp.careplan.application.OfficeSession;

/**
 * 着信のお知らせ: mails that tell how much has arrived and what lies unreceived. A mail is a hint without
 * partner, person or file; the inbox is the truth.
 */
public interface ArrivalNotices {
  /** How often a user wants to be told at most. */
  enum Rhythm {
    /** Within seconds; what arrives in the five minutes after a mail comes in the next one. */
    AT_ONCE,
    /** At the full hour. */
    HOURLY,
    /** At eight in the morning. */
    DAILY
  }

  /** Where and how often. */
  record Order(String mail, Rhythm rhythm) {}

  /** Working days after which both sides are told of what nobody received, ordered or not. */
  int unreceivedDays();

  /** What the session's user ordered. */
  Optional<Order> of(OfficeSession by);

  /** Orders or changes; what arrived before is not told. A mail to the address says so. */
  void order(OfficeSession by, Order order);

  /** Ends the session's user's notices. */
  void stop(OfficeSession by);

  /** Ends those that a mail spoke of; whether there were any. */
  boolean stop(String code);
}
