package jp.careplan.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Predicate;
import jp.careplan.kernel.BusinessCalendar;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningHoursTest {
  private static final OpeningHours NINE_TO_FIVE =
      new OpeningHours(LocalTime.of(9, 0), LocalTime.of(17, 0));
  private static final Predicate<LocalDate> WORKING = new BusinessCalendar()::isWorkingDay;

  @ParameterizedTest
  @CsvSource({
    "平日9時〜17時, 09:00, 17:00",
    "平日 9:00～17:30, 09:00, 17:30",
    "平日９時から午後５時まで, 09:00, 17:00",
    "月〜金 8時半-17時15分, 08:30, 17:15",
    "月曜日から金曜日 10:00-16:00（祝日を除く）, 10:00, 16:00",
  })
  void readsHoursAsPeopleWriteThem(String words, LocalTime opens, LocalTime closes) {
    assertEquals(Optional.of(new OpeningHours(opens, closes)), OpeningHours.in(words));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "24時間", "毎日9時〜17時", "平日", "平日9時〜12時、13時〜17時", "平日17時〜9時", "平日25時〜30時"})
  void saysNothingWhereItCannotBeSure(String words) {
    assertEquals(Optional.empty(), OpeningHours.in(words));
  }

  @Test
  void theClosingMinuteIsClosed() {
    assertFalse(NINE_TO_FIVE.isOpen(at("2026-11-27T08:59"), WORKING));
    assertTrue(NINE_TO_FIVE.isOpen(at("2026-11-27T09:00"), WORKING));
    assertTrue(NINE_TO_FIVE.isOpen(at("2026-11-27T16:59"), WORKING));
    assertFalse(NINE_TO_FIVE.isOpen(at("2026-11-27T17:00"), WORKING));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-27T08:00, 2026-11-27T09:00",
    "2026-11-27T17:00, 2026-11-30T09:00",
    "2026-12-28T18:00, 2027-01-04T09:00",
    "2027-01-01T10:00, 2027-01-04T09:00",
    "2026-11-22T10:00, 2026-11-24T09:00",
  })
  void nightsWeekendsHolidaysAndNewYearLeadToTheNextMorning(LocalDateTime now, LocalDateTime next) {
    assertFalse(NINE_TO_FIVE.isOpen(now, WORKING));
    assertEquals(Optional.of(next), NINE_TO_FIVE.nextOpening(now, WORKING));
  }

  private static LocalDateTime at(String moment) {
    return LocalDateTime.parse(moment);
  }
}
