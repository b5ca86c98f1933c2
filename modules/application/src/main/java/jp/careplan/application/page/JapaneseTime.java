package jp.careplan.application.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days and moments as pages write them: 2026年6月25日(木) 10:12. */
@Named("time")
@ApplicationScoped
public class JapaneseTime {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu年M月d日(E)", Locale.JAPANESE);
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu年M月d日(E) H:mm", Locale.JAPANESE);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("uuuu年M月", Locale.JAPANESE);
  private static final DateTimeFormatter DAY_IN_MONTH = DateTimeFormatter.ofPattern("M/d");
  private static final DateTimeFormatter MONTH_DIGITS = DateTimeFormatter.ofPattern("uuuuMM");

  private ZoneId zone = ZoneOffset.UTC;

  @Inject
  public JapaneseTime(Clock clock) {
    this.zone = clock.getZone();
  }

  /** For the container's proxy. */
  protected JapaneseTime() {}

  /** 2026年6月25日(木) 10:12. */
  public String moment(Instant moment) {
    return MOMENT.format(moment.atZone(zone));
  }

  /** 6/25, for tables that tell the month elsewhere. */
  public String dayInMonth(Instant moment) {
    return DAY_IN_MONTH.format(moment.atZone(zone));
  }

  /** 2026年6月25日(木). */
  public String day(LocalDate day) {
    return DAY.format(day);
  }

  /** 2026年6月. */
  public String month(YearMonth month) {
    return MONTH.format(month);
  }

  /** 2026年6月, from {@code yyyymm}. */
  public String month(String digits) {
    return month(YearMonth.parse(digits, MONTH_DIGITS));
  }
}
