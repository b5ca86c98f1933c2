package jp.careplan.exchange.internal.form;

import static jp.careplan.exchange.internal.form.Sheet.heads;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.careplan.exchange.internal.form.Cell.Mark;
import jp.careplan.exchange.internal.standard.SentField;
import jp.careplan.exchange.internal.standard.SentRecord;
import jp.careplan.exchange.internal.standard.Standard;

/**
 * What the files of a person say that the version before did not, and the other way round. Rows
 * that are alike are passed over, wherever they stand; of the others those with the same key are
 * one row that changed.
 */
final class FieldChanges {
  /** The calendar tells their changes. */
  private static final Set<String> ON_THE_CALENDAR = Set.of("UPPLAN", "UPJSK");

  /** When a file was written is no change of what it says. */
  private static final Set<String> SILENT = Set.of("csv_version", "created_date", "identifier");

  /** By what a row is known again, as far as its kind of file has it. */
  private static final List<String> KNOWN_BY =
      List.of(
          "service_office_no",
          "service_code",
          "satellite_no",
          "need_no",
          "goal_no",
          "support_no",
          "detail_no",
          "row_no");

  private static final int LONGEST = 200;

  private final List<List<Cell>> rows = new ArrayList<>();

  private FieldChanges() {}

  /** Empty where nothing but the calendar changed. */
  static Optional<Form> of(
      Heading heading, Map<String, List<SentRecord>> before, Map<String, List<SentRecord>> after) {
    var changes = new FieldChanges();
    Set<String> types = new LinkedHashSet<>(after.keySet());
    types.addAll(before.keySet());
    types.removeAll(ON_THE_CALENDAR);
    for (String type : types) {
      changes.compare(
          type, before.getOrDefault(type, List.of()), after.getOrDefault(type, List.of()));
    }
    return changes.rows.isEmpty() ? Optional.empty() : Optional.of(changes.form(heading, after));
  }

  private Form form(Heading heading, Map<String, List<SentRecord>> after) {
    var sheet = new Sheet("", "前回から変わった項目", List.of());
    after.values().stream()
        .flatMap(List::stream)
        .findFirst()
        .ifPresent(it -> heading.write(sheet, it));
    List<List<Cell>> all = new ArrayList<>();
    all.add(heads("帳票", "項目", "前回", "今回"));
    all.addAll(rows);
    sheet.grid("", List.of(20, 20, 30, 30), 1, all);
    return sheet.finish();
  }

  private void compare(String type, List<SentRecord> before, List<SentRecord> after) {
    List<SentRecord> gone = new ArrayList<>(before);
    List<SentRecord> fresh = new ArrayList<>();
    for (var record : after) {
      if (!take(gone, record, FieldChanges::values)) {
        fresh.add(record);
      }
    }
    String name = Standard.load().typeName(type);
    for (var record : fresh) {
      Optional<SentRecord> known = find(gone, record);
      known.ifPresentOrElse(
          it -> {
            gone.remove(it);
            fields(name, it, record);
          },
          () -> row(name, "＋ 増えた行", "", words(record), Mark.ADDED));
    }
    gone.forEach(it -> row(name, "－ なくなった行", words(it), "", Mark.REMOVED));
  }

  private static boolean take(
      List<SentRecord> from,
      SentRecord record,
      java.util.function.Function<SentRecord, List<String>> what) {
    for (var other : from) {
      if (what.apply(other).equals(what.apply(record))) {
        return from.remove(other);
      }
    }
    return false;
  }

  private static Optional<SentRecord> find(List<SentRecord> among, SentRecord record) {
    return among.stream().filter(it -> key(it).equals(key(record))).findFirst();
  }

  private static List<String> key(SentRecord record) {
    return KNOWN_BY.stream().map(record::text).toList();
  }

  private static List<String> values(SentRecord record) {
    return record.fields().stream()
        .filter(it -> !SILENT.contains(it.identifier()))
        .map(SentField::text)
        .toList();
  }

  private void fields(String type, SentRecord before, SentRecord after) {
    for (var field : after.fields()) {
      var earlier = before.field(field.identifier());
      if (!SILENT.contains(field.identifier()) && !earlier.text().equals(field.text())) {
        row(type, field.name(), FieldText.of(earlier), FieldText.of(field), Mark.DIFFERENT);
      }
    }
  }

  private void row(String type, String item, String before, String after, Mark mark) {
    rows.add(
        List.of(
            Cell.of(type),
            Cell.of(item),
            Cell.of(before.isEmpty() ? "–" : before).with(mark),
            Cell.of(after.isEmpty() ? "–" : after).with(mark)));
  }

  private static String words(SentRecord record) {
    String words =
        record.fields().stream()
            .filter(it -> !it.isEmpty() && !SILENT.contains(it.identifier()))
            .filter(it -> !it.identifier().startsWith("insur"))
            .map(it -> it.name() + " " + FieldText.of(it))
            .collect(Collectors.joining("、"));
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
  }
}
