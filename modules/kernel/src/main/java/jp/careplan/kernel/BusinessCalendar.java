package jp.careplan.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * 営業日: Monday to Friday without the holidays of {@code holidays.txt} and the days around New Year.
 * Days beyond that table count by their weekday alone.
 */
@ApplicationScoped
public class BusinessCalendar {
  private static final MonthDay YEAR_ENDS = MonthDay.of(12, 29);
  private static final MonthDay YEAR_HAS_BEGUN = MonthDay.of(1, 3);

  private final Set<LocalDate> holidays = read();

  private static Set<LocalDate> read() {
    InputStream table =
        Objects.requireNonNull(
            BusinessCalendar.class.getResourceAsStream("/META-INF/holidays.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(table, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> LocalDate.parse(line.substring(0, "2026-01-01".length())))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean isWorkingDay(LocalDate day) {
    return day.getDayOfWeek() != DayOfWeek.SATURDAY
        && day.getDayOfWeek() != DayOfWeek.SUNDAY
        && !isHoliday(day);
  }

  /** 祝日, and the days around New Year, whatever weekday they are. */
  public boolean isHoliday(LocalDate day) {
    MonthDay inYear = MonthDay.from(day);
    return !inYear.isBefore(YEAR_ENDS) || !inYear.isAfter(YEAR_HAS_BEGUN) || holidays.contains(day);
  }

  /** The day that so many working days lie behind, the day itself not counted. */
  public LocalDate before(LocalDate day, int workingDays) {
    LocalDate back = day;
    for (int left = workingDays; left > 0; ) {
      back = back.minusDays(1);
      left -= isWorkingDay(back) ? 1 : 0;
    }
    return back;
  }
}
