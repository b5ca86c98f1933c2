package jp.careplan.kernel;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 受付時間 of a week as people write them, a line for days that are alike: {@code 平日 9:00から17:00まで},
 * {@code 土・日 9:00-12:00、13:00-15:00}, {@code 祝日 10時〜15時}.
 *
 * @param week spans of each weekday in their order; a day without is closed
 * @param holidays of 祝日, which are closed where no line names them
 */
public record WeeklyHours(Map<DayOfWeek, List<Span>> week, List<Span> holidays) {
  private static final String DAYS = "月火水木金土日";
  private static final char HOLIDAY = '祝';
  private static final int NOON = 12;

  private static final Pattern REMARK = Pattern.compile("\\([^)]*\\)");
  private static final Pattern DASH = Pattern.compile("[~\\u301C\\u2010-\\u2015\\u2212ー]|から");
  private static final String TIME = "(午前|午後)?([0-9]{1,2})(?::([0-9]{2})|時(?:([0-9]{1,2})分|(半))?)?";
  private static final Pattern SPAN = Pattern.compile(TIME + "-" + TIME + "(?:まで)?");
  private static final int GROUPS = 5;
  private static final Pattern LINE = Pattern.compile("([^0-9午]+)((?:午|[0-9]).*)");
  private static final Pattern ALIKE = Pattern.compile("([月火水木金土日祝])(?:-([月火水木金土日]))?[・、,とおよび]*");

  /** Half-open: at its last minute nobody answers any more. */
  public record Span(LocalTime from, LocalTime until) {
    boolean holds(LocalTime time) {
      return !time.isBefore(from) && time.isBefore(until);
    }
  }

  public WeeklyHours {
    week = Map.copyOf(week);
    holidays = List.copyOf(holidays);
  }

  /** Empty where a line cannot be read, names no day or no time, or where there is no line. */
  public static Optional<WeeklyHours> read(String text) {
    Map<DayOfWeek, List<Span>> week = new EnumMap<>(DayOfWeek.class);
    List<Span> holidays = new ArrayList<>();
    List<String> lines = text.lines().map(WeeklyHours::folded).filter(it -> !it.isEmpty()).toList();
    for (String line : lines) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        return Optional.empty();
      }
      Optional<Set<DayOfWeek>> days = days(parts.group(1));
      List<Span> spans = spans(parts.group(2));
      if (days.isEmpty() || spans.isEmpty()) {
        return Optional.empty();
      }
      days.get().forEach(day -> week.merge(day, spans, WeeklyHours::joined));
      if (parts.group(1).indexOf(HOLIDAY) >= 0) {
        holidays.addAll(spans);
      }
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(new WeeklyHours(week, holidays));
  }

  private static List<Span> joined(List<Span> some, List<Span> more) {
    List<Span> all = new ArrayList<>(some);
    all.addAll(more);
    all.sort(Comparator.comparing(Span::from));
    return List.copyOf(all);
  }

  /** Without widths, blanks and remarks in brackets; every word of "from … until" is a dash. */
  private static String folded(String line) {
    String plain = Normalizer.normalize(line, Normalizer.Form.NFKC).replaceAll("\\s", "");
    return DASH.matcher(REMARK.matcher(plain).replaceAll("")).replaceAll("-");
  }

  /** Empty where something else than days stands there. */
  private static Optional<Set<DayOfWeek>> days(String words) {
    String brief =
        words.replaceAll("曜日?", "").replace("平日", "月-金").replace("毎日", "月-日").replace("祝日", "祝");
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    Matcher each = ALIKE.matcher(brief);
    int read = 0;
    while (each.find() && each.start() == read) {
      read = each.end();
      int first = DAYS.indexOf(each.group(1));
      int last = each.group(2) == null ? first : DAYS.indexOf(each.group(2));
      for (int day = first; day >= 0 && day <= last; day++) {
        days.add(DayOfWeek.of(day + 1));
      }
    }
    return read == brief.length() ? Optional.of(days) : Optional.empty();
  }

  /** Empty where they cannot be read, or one does not end after it begins. */
  private static List<Span> spans(String words) {
    List<Span> spans = new ArrayList<>();
    for (String part : words.split("[、,・と]", -1)) {
      Matcher found = SPAN.matcher(part);
      try {
        if (!found.matches() || !add(spans, found.toMatchResult())) {
          return List.of();
        }
      } catch (DateTimeException e) {
        return List.of(); // 25:00
      }
    }
    return spans;
  }

  private static boolean add(List<Span> spans, MatchResult found) {
    var span = new Span(time(found, 0), time(found, GROUPS));
    return span.from().isBefore(span.until()) && spans.add(span);
  }

  private static LocalTime time(MatchResult found, int before) {
    int hour = Integer.parseInt(found.group(before + 2));
    boolean later = "午後".equals(found.group(before + 1)) && hour < NOON;
    String minute =
        found.group(before + 3) == null ? found.group(before + 4) : found.group(before + 3);
    int minutes =
        found.group(before + 5) != null ? 30 : minute == null ? 0 : Integer.parseInt(minute);
    return LocalTime.of(later ? hour + NOON : hour, minutes);
  }
}
