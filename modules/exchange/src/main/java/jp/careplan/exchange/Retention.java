package jp.careplan.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.OperatorSession;

/**
 * 保存期間: how long content is kept. A transmission is kept for as long as the side that chose more
 * years wants it, so that neither loses what it chose. Receipts, history and counts stay.
 */
public interface Retention {
  /**
   * What an office chose.
   *
   * @param years in force
   * @param least it may choose, which is also what holds without a choice
   */
  record Choice(int years, int least, int most, boolean chosen) {}

  /**
   * What becomes of the content of one transmission.
   *
   * @param until the day on which its content goes, as things stand today
   * @param announced whether both sides were told
   * @param purgedAt empty while it is there
   */
  record Kept(LocalDate until, boolean announced, Optional<Instant> purgedAt) {}

  /** One that goes soon. */
  record Ending(TransmissionSummary summary, boolean own, LocalDate endsOn) {}

  /**
   * A page of them.
   *
   * @param next where the next page begins; empty at the end
   */
  record Endings(List<Ending> items, Optional<String> next) {}

  /**
   * What was done on a day, all offices together.
   *
   * @param prolonged announced before, and kept after all because a side chose more years
   * @param expired of the purged ones: never received
   * @param bytes of the purged ones, as they were stored
   * @param forgotten transmissions whose records went, years after their content
   */
  record Day(
      LocalDate day,
      long announced,
      long prolonged,
      long purged,
      long expired,
      long bytes,
      long forgotten) {}

  Choice choice(OfficeSession by);

  /** For administrators; what is announced already and kept longer now is kept. */
  void choose(OfficeSession by, int years);

  /** How many go within the days of the announcement. */
  long countEnding(OfficeSession by);

  /** Those that go soon, the nearest first. */
  Endings ending(OfficeSession by, Optional<String> cursor);

  /** The report for operators, newest day first. */
  List<Day> report(OperatorSession by);
}
