package jp.careplan.licensing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a year costs, by the day on which it begins. A period keeps the fee that was in force when
 * it was granted.
 */
public interface FeeSchedule {
  /**
   * @param begins first day from which it holds
   * @param yen a year and office number, tax included
   */
  record Line(LocalDate begins, int yen, Instant decidedAt, String decidedBy) {}

  /** Years that begin between its first and its last day are free, unless it was called off. */
  record FreePass(
      String id,
      String name,
      LocalDate firstDay,
      LocalDate lastDay,
      boolean calledOff,
      Instant decidedAt,
      String decidedBy) {}

  /** All decisions, the newest first. */
  List<Line> lines();

  List<FreePass> campaigns();

  /**
   * Decides a fee for all years that begin on a day or later; the day must lie ahead.
   *
   * @param yen 0 or more
   */
  void decide(LocalDate begins, int yen, String actor);

  void announce(String name, LocalDate firstDay, LocalDate lastDay, String actor);

  void callOff(String campaignId, String actor);
}
