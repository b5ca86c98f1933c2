package jp.careplan.licensing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LicensePeriodTest {
  @ParameterizedTest
  @CsvSource({
    "2026-04-01, 2027-03-31",
    "2026-11-22, 2027-11-21",
    "2027-01-01, 2027-12-31",
    "2027-02-28, 2028-02-27",
    "2027-03-01, 2028-02-29",
    "2028-02-28, 2029-02-27",
    "2028-02-29, 2029-02-28",
    "2028-03-01, 2029-02-28",
  })
  void aYearEndsOnTheDayBeforeTheSameDay(LocalDate from, LocalDate until) {
    assertEquals(new LicensePeriod(from, until), LicensePeriod.beginningOn(from));
  }

  @Test
  void fourYearsFollowWithoutGap() {
    var period = LicensePeriod.beginningOn(LocalDate.of(2027, 3, 1));

    for (int year = 0; year < 4; year++) {
      LicensePeriod next = period.next();
      assertEquals(period.until().plusDays(1), next.from());
      period = next;
    }

    assertEquals(LocalDate.of(2032, 2, 29), period.until());
  }

  @Test
  void bothDaysAreIncluded() {
    var period = LicensePeriod.beginningOn(LocalDate.of(2026, 4, 1));

    assertTrue(period.contains(LocalDate.of(2026, 4, 1)));
    assertTrue(period.contains(LocalDate.of(2027, 3, 31)));
    assertFalse(period.contains(LocalDate.of(2026, 3, 31)));
    assertFalse(period.contains(LocalDate.of(2027, 4, 1)));
  }

  @Test
  void countsTheDaysToItsEnd() {
    var period = LicensePeriod.beginningOn(LocalDate.of(2026, 4, 1));

    assertEquals(90, period.daysLeft(LocalDate.of(2026, 12, 31)));
    assertEquals(0, period.daysLeft(LocalDate.of(2027, 3, 31)));
    assertEquals(-1, period.daysLeft(LocalDate.of(2027, 4, 1)));
  }
}
