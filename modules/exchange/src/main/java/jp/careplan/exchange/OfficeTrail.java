package jp.careplan.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.AuditReading;

/**
 * 事業所の記録: what was done for an office, by which of its people; for administrators. Who of the
 * operator acted, and why, is not told.
 */
public interface OfficeTrail {
  /** Stands for whoever is not of the office. */
  String OTHERS = "";

  /** What is looked for; empty: all. Both days are included. */
  record Filter(String user, String action, Optional<LocalDate> from, Optional<LocalDate> until) {}

  /** Whether and by whom a month was looked through. */
  record Confirmation(String by, Instant at, long entries) {}

  /**
   * A month at a glance.
   *
   * @param counts by user ID, which is {@link #OTHERS} where it is not one of the office
   * @param entries all together
   */
  record Month(
      YearMonth month,
      boolean over,
      Map<String, List<AuditReading.Count>> counts,
      long entries,
      Optional<Confirmation> confirmed) {}

  /** Newest first; what an entry is about is left empty where it is a session. */
  List<AuditReading.Line> read(
      OfficeSession by, Filter filter, Optional<AuditReading.Mark> after, int most);

  /**
   * Receipt numbers of the transmissions that entries are about, by the entry's subject; one query.
   */
  Map<String, String> receiptNumbers(OfficeSession by, List<AuditReading.Line> lines);

  /** Notes that entries leave the house as a file. */
  void saved(OfficeSession by);

  Month month(OfficeSession by, YearMonth month);

  /** Which of these months were looked through. */
  Map<YearMonth, Confirmation> confirmed(OfficeSession by, YearMonth from, YearMonth until);

  /** Ticks a month off that is over; once. */
  void confirm(OfficeSession by, YearMonth month);
}
