package jp.careplan.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BusinessCalendarTest {
  private final BusinessCalendar calendar = new BusinessCalendar();

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, true",
    "2026-11-21, false",
    "2026-11-22, false",
    "2026-11-23, false",
    "2026-11-24, true",
    "2026-12-28, true",
    "2026-12-29, false",
    "2027-01-03, false",
    "2027-01-04, true",
  })
  void weekendsHolidaysAndNewYearAreNoWorkingDays(LocalDate day, boolean works) {
    assertEquals(works, calendar.isWorkingDay(day));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20, 3, 2026-11-17",
    "2026-11-24, 1, 2026-11-20",
    "2026-11-24, 3, 2026-11-18",
    "2027-01-05, 2, 2026-12-28",
    "2026-11-24, 0, 2026-11-24",
  })
  void daysAreCountedBackOverThem(LocalDate day, int workingDays, LocalDate before) {
    assertEquals(before, calendar.before(day, workingDays));
  }
}
