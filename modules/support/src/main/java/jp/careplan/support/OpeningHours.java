package jp.careplan.support;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * 受付時間 on working days, half-open: at the closing minute nobody answers any more.
 *
 * @param opens before {@code closes}
 */
public record OpeningHours(LocalTime opens, LocalTime closes) {
  private static final Pattern WORKING_DAYS = Pattern.compile("平日|営業日|月曜?日?[~から\\-ー―]+金");
  private static final Pattern TIME =
      Pattern.compile("(午後)?([0-9]{1,2})(?:時(?:([0-9]{1,2})分|(半))?|:([0-9]{2}))");
  private static final int NOON = 12;
  private static final int HALF = 30;

  /** 正月 and the days around it are the longest time without a working day. */
  private static final int LOOKED_AHEAD = 30;

  /**
   * Reads them in words, for example 平日9時〜17時.
   *
   * @return nothing where days or times are not told, or told in more than one span
   */
  public static Optional<OpeningHours> in(String words) {
    String folded = Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("[〜～]", "~");
    if (!WORKING_DAYS.matcher(folded).find()) {
      return Optional.empty();
    }
    List<LocalTime> times = new ArrayList<>();
    try {
      TIME.matcher(folded).results().forEach(it -> times.add(time(it)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
    return times.size() == 2 && times.getFirst().isBefore(times.getLast())
        ? Optional.of(new OpeningHours(times.getFirst(), times.getLast()))
        : Optional.empty();
  }

  private static LocalTime time(MatchResult told) {
    int hour = Integer.parseInt(told.group(2));
    int minute = told.group(4) == null ? 0 : HALF;
    for (int group : new int[] {3, 5}) {
      if (told.group(group) != null) {
        minute = Integer.parseInt(told.group(group));
      }
    }
    return LocalTime.of(told.group(1) != null && hour < NOON ? hour + NOON : hour, minute);
  }

  /** Whether somebody answers. */
  public boolean isOpen(LocalDateTime now, Predicate<LocalDate> workingDay) {
    LocalTime time = now.toLocalTime();
    return workingDay.test(now.toLocalDate()) && !time.isBefore(opens) && time.isBefore(closes);
  }

  /** When somebody answers again, where nobody does now. */
  public Optional<LocalDateTime> nextOpening(LocalDateTime now, Predicate<LocalDate> workingDay) {
    LocalDate first = now.toLocalDate();
    return first
        .datesUntil(first.plusDays(LOOKED_AHEAD))
        .filter(workingDay)
        .map(day -> day.atTime(opens))
        .filter(it -> it.isAfter(now))
        .findFirst();
  }
}
