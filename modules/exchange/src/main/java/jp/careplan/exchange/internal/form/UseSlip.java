package jp.careplan.exchange.internal.form;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import jp.careplan.exchange.internal.standard.SentRecord;

/**
 * 第6表 as a calendar: one line a service at one time of one office, times a day. Two sets of records
 * lie on it, one over the other: plan and result, or two versions of a plan.
 *
 * @param unplaced records whose day or number of times cannot be read
 */
record UseSlip(YearMonth month, Collection<Line> lines, List<SentRecord> unplaced) {
  private static final int DAYS = 31;

  /** What makes a line of its own; all that people tell services apart by. */
  private static final List<String> SERVICE =
      List.of(
          "service_code",
          "tais_code",
          "equipment_notification_code",
          "equipment_name",
          "detail_no",
          "service_office_no",
          "satellite_no",
          "over_30_days");

  private static final List<String> TIME = List.of("start_time", "end_time");

  /** One service. */
  static final class Line {
    private final List<SentRecord> records = new ArrayList<>();
    private final List<String> service;
    private final int[] planned = new int[DAYS + 1];
    private final int[] actual = new int[DAYS + 1];

    private Line(SentRecord first) {
      this.service = texts(first, SERVICE);
    }

    /** A record of it, for what makes it a line. */
    SentRecord sample() {
      return records.getFirst();
    }

    List<SentRecord> records() {
      return records;
    }

    /** Times on a day of the month, from 1. */
    int planned(int day) {
      return planned[day];
    }

    int actual(int day) {
      return actual[day];
    }

    int plannedInAll() {
      return java.util.Arrays.stream(planned).sum();
    }

    int actualInAll() {
      return java.util.Arrays.stream(actual).sum();
    }

    boolean differs(int day) {
      return planned[day] != actual[day];
    }
  }

  /**
   * What is not alike, counted in times of a service on a day.
   *
   * @param missing planned, and not done
   * @param extra done, and not planned
   * @param moved done on the day, at another time
   */
  record Differences(int missing, int extra, int moved) {
    boolean isNone() {
      return missing == 0 && extra == 0 && moved == 0;
    }
  }

  static UseSlip of(
      Collection<SentRecord> planned, Collection<SentRecord> actual, String fallbackMonth) {
    var month = month(planned, actual, fallbackMonth);
    Map<List<String>, Line> lines = new LinkedHashMap<>();
    List<SentRecord> unplaced = new ArrayList<>();
    planned.forEach(it -> {
      if (!put(lines, month, it, true)) {
        unplaced.add(it);
      }
    });
    actual.forEach(it -> {
      if (!put(lines, month, it, false)) {
        unplaced.add(it);
      }
    });
    return new UseSlip(month, lines.values(), unplaced);
  }

  private static YearMonth month(
      Collection<SentRecord> planned, Collection<SentRecord> actual, String fallback) {
    return Stream.concat(planned.stream(), actual.stream())
        .map(it -> FieldText.month(it.text("target_month")))
        .flatMap(Optional::stream)
        .findFirst()
        .or(() -> FieldText.month(fallback))
        .orElse(YearMonth.of(1970, 1));
  }

  private static boolean put(
      Map<List<String>, Line> lines, YearMonth month, SentRecord record, boolean plan) {
    Optional<LocalDate> day =
        FieldText.date(record.field("service_date")).filter(it -> YearMonth.from(it).equals(month));
    var times = record.field("times_per_day");
    if (day.isEmpty() || !times.text().matches("[0-9]{1,4}")) {
      return false;
    }
    List<String> key = new ArrayList<>(texts(record, TIME));
    key.addAll(texts(record, SERVICE));
    var line = lines.computeIfAbsent(key, it -> new Line(record));
    line.records.add(record);
    int[] counts = plan ? line.planned : line.actual;
    counts[day.get().getDayOfMonth()] += Integer.parseInt(times.text());
    return true;
  }

  private static List<String> texts(SentRecord record, List<String> identifiers) {
    return identifiers.stream().map(record::text).toList();
  }

  /** The same service on the same day at another time is moved, not missing. */
  Differences differences() {
    Map<List<String>, List<Line>> services = new HashMap<>();
    lines.forEach(it -> services.computeIfAbsent(it.service, key -> new ArrayList<>()).add(it));
    int missing = 0;
    int extra = 0;
    int moved = 0;
    for (var same : services.values()) {
      for (int day = 1; day <= DAYS; day++) {
        int less = 0;
        int more = 0;
        for (var line : same) {
          int difference = line.actual[day] - line.planned[day];
          less += Math.max(0, -difference);
          more += Math.max(0, difference);
        }
        moved += Math.min(less, more);
        missing += less - Math.min(less, more);
        extra += more - Math.min(less, more);
      }
    }
    return new Differences(missing, extra, moved);
  }
}
