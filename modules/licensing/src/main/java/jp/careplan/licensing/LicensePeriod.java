package jp.careplan.licensing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * One year of a licence (有効期間), first and last day included.
 *
 * <p>It ends on the day before the same day of the next year. Where the next year has no such day
 * (29 February), it ends on the last day of that month. So 2026-04-01 leads to 2027-03-31,
 * 2027-02-28 to 2028-02-27, 2027-03-01 to 2028-02-29 and 2028-02-29 to 2029-02-28 (民法143条2項).
 */
public record LicensePeriod(LocalDate from, LocalDate until) {
  /** The year that begins on a day. */
  public static LicensePeriod beginningOn(LocalDate day) {
    LocalDate sameDay = day.plusYears(1);
    boolean exists = sameDay.getDayOfMonth() == day.getDayOfMonth();
    return new LicensePeriod(day, exists ? sameDay.minusDays(1) : sameDay);
  }

  /** The year that follows without a gap. */
  public LicensePeriod next() {
    return beginningOn(until.plusDays(1));
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  /** Days from a day to its end; 0 on its last day, negative afterwards. */
  public long daysLeft(LocalDate day) {
    return ChronoUnit.DAYS.between(day, until);
  }
}
