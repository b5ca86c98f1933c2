package jp.careplan.exchange.internal.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldTextTest {
  @ParameterizedTest
  @CsvSource({
    "2026-04-01, 2026年4月1日（令和8年）",
    "2019-05-01, 2019年5月1日（令和元年）",
    "2019-04-30, 2019年4月30日（平成31年）",
    "1926-12-25, 1926年12月25日（昭和元年）",
    "1912-07-29, 1912年7月29日（明治45年）",
    "1870-01-01, 1870年1月1日",
  })
  void theEraStandsBesideTheDay(LocalDate day, String text) {
    assertEquals(text, FieldText.day(day));
  }

  @ParameterizedTest
  @CsvSource({"0930, 9:30", "0000, 0:00", "2400, 24:00", "9999, 時刻なし"})
  void timesAreReadAsPeopleReadThem(String hhmm, String text) {
    assertEquals(text, FieldText.time(hhmm));
  }

  @Test
  void daysOfAPartOfTheMonthAreToldFromUntil() {
    assertEquals("1〜5日、8日", FieldText.days("1111100100000000000000000000000"));
    assertEquals("31日", FieldText.days("0000000000000000000000000000001"));
  }

  @ParameterizedTest
  @CsvSource({"12200, '12,200'", "0, 0", "-1500, '-1,500'"})
  void amountsAreGrouped(String digits, String text) {
    assertEquals(text, FieldText.grouped(digits));
  }
}
