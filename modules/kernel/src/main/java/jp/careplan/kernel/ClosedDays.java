package jp.careplan.kernel;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 臨時休業日: days on which nobody answers besides those of every year, a line for each: {@code
 * 2026-08-13} or {@code 2026-08-13から2026-08-15 夏の休み}.
 */
record ClosedDays(List<Span> spans) {
  private static final Pattern LINE =
      Pattern.compile(
          "([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\\s*(?:から|~|-|\\u301C)\\s*([0-9]{4}-[0-9]{2}-[0-9]{2})(?:まで)?)?(?:\\s.*)?");

  /** Both days included. */
  record Span(LocalDate first, LocalDate last) {
    boolean holds(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }
  }

  ClosedDays {
    spans = List.copyOf(spans);
  }

  /** Empty where a line cannot be read. */
  static Optional<ClosedDays> read(String text) {
    List<Span> spans = new ArrayList<>();
    for (String line : text.lines().filter(it -> !it.isBlank()).toList()) {
      Matcher found = LINE.matcher(Normalizer.normalize(line, Normalizer.Form.NFKC).strip());
      if (!found.matches()) {
        return Optional.empty();
      }
      try {
        LocalDate first = LocalDate.parse(found.group(1));
        LocalDate last = found.group(2) == null ? first : LocalDate.parse(found.group(2));
        if (last.isBefore(first)) {
          return Optional.empty();
        }
        spans.add(new Span(first, last));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    return Optional.of(new ClosedDays(spans));
  }

  boolean hold(LocalDate day) {
    return spans.stream().anyMatch(span -> span.holds(day));
  }
}
