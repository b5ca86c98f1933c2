package jp.careplan.kernel;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.OpeningHours.State;
import jp.careplan.kernel.WeeklyHours.Span;

/** Hours of a week on the days there are. */
record OpeningCalendar(WeeklyHours week, ClosedDays closed, BusinessCalendar calendar) {
  private static final int LOOKED_AHEAD = 400;

  State at(LocalDateTime now) {
    LocalDate today = now.toLocalDate();
    return spans(today).stream()
        .filter(span -> span.holds(now.toLocalTime()))
        .findFirst()
        .map(span -> new State(true, Optional.of(today.atTime(span.until()))))
        .orElseGet(() -> new State(false, next(now)));
  }

  private Optional<LocalDateTime> next(LocalDateTime now) {
    LocalDate today = now.toLocalDate();
    return today
        .datesUntil(today.plusDays(LOOKED_AHEAD))
        .flatMap(day -> spans(day).stream().map(span -> day.atTime(span.from())))
        .filter(begins -> begins.isAfter(now))
        .findFirst();
  }

  private List<Span> spans(LocalDate day) {
    if (closed.hold(day)) {
      return List.of();
    }
    return calendar.isHoliday(day)
        ? week.holidays()
        : week.week().getOrDefault(day.getDayOfWeek(), List.of());
  }
}
