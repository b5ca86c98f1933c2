package jp.careplan.application.view;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class JapaneseTimeTest {
  private final JapaneseTime time =
      new JapaneseTime(Clock.fixed(Instant.EPOCH, ZoneId.of("Asia/Tokyo")));

  @Test
  void writesAMomentInJapanWithWeekday() {
    assertEquals("2026年6月25日(木) 10:12", time.moment(Instant.parse("2026-06-25T01:12:00Z")));
  }

  @Test
  void writesTheJapaneseDayOfAMomentThatIsStillYesterdayInUtc() {
    assertEquals("2026年7月1日(水) 0:05", time.moment(Instant.parse("2026-06-30T15:05:00Z")));
  }

  @Test
  void writesADay() {
    assertEquals("2027年3月31日(水)", time.day(LocalDate.of(2027, 3, 31)));
  }

  @Test
  void writesAMonthFromItsDigits() {
    assertEquals("2026年6月", time.month("202606"));
  }
}
