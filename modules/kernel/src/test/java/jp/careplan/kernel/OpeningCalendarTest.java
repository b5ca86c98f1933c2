package jp.careplan.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDateTime;
import java.util.Optional;
import jp.careplan.kernel.OpeningHours.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningCalendarTest {
  private static OpeningCalendar calendar(String hours, String closed) {
    return new OpeningCalendar(
        WeeklyHours.read(hours).orElseThrow(),
        ClosedDays.read(closed).orElseThrow(),
        new BusinessCalendar());
  }

  private final OpeningCalendar usual =
      calendar(
          "平日 9:00-12:00、13:00-17:00\n土 9:00-12:00", "2026-11-26\n2026-12-24から2026-12-28 引っ越し");

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T09:00, true, 2026-11-20T12:00",
    "2026-11-20T08:59, false, 2026-11-20T09:00",
    "2026-11-20T12:00, false, 2026-11-20T13:00",
    "2026-11-20T17:00, false, 2026-11-21T09:00",
    "2026-11-21T12:00, false, 2026-11-24T09:00",
    "2026-11-25T18:00, false, 2026-11-27T09:00",
    "2026-12-23T17:00, false, 2027-01-04T09:00",
  })
  void aDayIsOpenUntilItsLastMinuteAndClosedDaysArePassedOver(
      LocalDateTime now, boolean open, LocalDateTime changes) {
    assertEquals(new State(open, Optional.of(changes)), usual.at(now));
  }

  @Test
  void aHolidayIsOpenWhereTheHoursNameIt() {
    var always = calendar("毎日 0:00-23:59\n祝日 10:00-12:00", "");

    assertEquals(
        new State(true, Optional.of(LocalDateTime.parse("2026-11-23T12:00"))),
        always.at(LocalDateTime.parse("2026-11-23T10:00")));
    assertEquals(
        new State(false, Optional.of(LocalDateTime.parse("2026-11-24T00:00"))),
        always.at(LocalDateTime.parse("2026-11-23T12:00")));
  }

  @Test
  void whereNothingIsToComeNothingIsPromised() {
    var closed = calendar("平日 9:00-17:00", "2026-01-01から2029-12-31");

    assertEquals(
        new State(false, Optional.empty()), closed.at(LocalDateTime.parse("2026-11-20T10:00")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"8月13日", "2026-13-01", "2026-08-15から2026-08-13", "夏の休み"})
  void daysThatNobodyCanReadAreRefused(String text) {
    assertTrue(ClosedDays.read(text).isEmpty());
  }
}
