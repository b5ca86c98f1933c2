package jp.careplan.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeeklyHoursTest {
  private static WeeklyHours read(String text) {
    return WeeklyHours.read(text).orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "平日 9:00から17:00まで",
        "平日9時～17時",
        "月-金 9:00-17:00",
        "月曜日から金曜日　９時〜１７時（祝日と年末年始を除く）",
        "月・火・水、木,金 午前9時から午後5時まで",
        "月火水木金 9:00―17:00",
      })
  void theSameWeekIsWrittenInManyWays(String text) {
    assertEquals(read("平日 9:00-17:00"), read(text));
    assertEquals(5, read(text).week().size());
    assertEquals(List.of(), read(text).holidays());
  }

  @Test
  void aDayHasSpansAndAHolidayHoursOfItsOwn() {
    WeeklyHours hours = read("平日 9:00-12:00、13:00-17時半\n土日祝 10時から12時\n");

    assertEquals(
        "[Span[from=09:00, until=12:00], Span[from=13:00, until=17:30]]",
        String.valueOf(hours.week().get(DayOfWeek.FRIDAY)));
    assertEquals(hours.week().get(DayOfWeek.SUNDAY), hours.holidays());
    assertEquals(1, hours.holidays().size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "平日",
        "いつでも",
        "9:00-17:00",
        "平日 17:00-9:00",
        "平日 9:00-25:00",
        "平日 9:00から",
        "平日と祭り 9:00-17:00",
        "平日 9:00-17:00\n土曜は電話で"
      })
  void whatPeopleAloneUnderstandIsNotRead(String text) {
    assertTrue(WeeklyHours.read(text).isEmpty());
  }
}
