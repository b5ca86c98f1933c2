package jp.careplan.exchange;

import java.time.Instant;
import jp.careplan.exchange.MonthBoard.Last;
import jp.careplan.kernel.OfficeNumber;

/**
 * A transmission as the month board counts it.
 *
 * @param own whether this office sent it
 * @param serverKind サービス種類 of the serving side as its names tell it
 * @param plan whether it is of plans, or of results
 * @param number in the recipient's inbox
 */
record BoardUnit(
    TransmissionId id,
    boolean own,
    OfficeNumber partner,
    String serverKind,
    boolean plan,
    String month,
    TransmissionStatus status,
    long number,
    Instant at) {

  /** Whether this office makes the plans. */
  boolean planning() {
    return own == plan;
  }

  Last last() {
    return new Last(id, status, at);
  }
}
