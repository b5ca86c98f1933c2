package jp.careplan.exchange.internal.form;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jp.careplan.exchange.internal.form.Block.Fact;
import jp.careplan.exchange.internal.form.Block.Facts;
import jp.careplan.exchange.internal.form.Block.Grid;
import jp.careplan.exchange.internal.form.Block.Remark;
import jp.careplan.exchange.internal.form.Cell.Mark;
import jp.careplan.exchange.internal.standard.SentField;
import jp.careplan.exchange.internal.standard.SentRecord;

/**
 * A form while it is written from the records of one kind of file. It notes which columns have been
 * shown; {@link #finish} adds the others.
 */
final class Sheet {
  /** Tell nothing about the person: the edition, and a column that the standard does not use. */
  private static final Set<String> SILENT = Set.of("csv_version", "identifier");

  private final String number;
  private final String title;
  private final List<SentRecord> records;
  private final Set<String> shown = new HashSet<>(SILENT);
  private final List<Block> blocks = new ArrayList<>();

  Sheet(String number, String title, List<SentRecord> records) {
    this.number = number;
    this.title = title;
    this.records = records;
  }

  /** The field, which counts as shown. */
  SentField take(SentRecord record, String identifier) {
    shown.add(identifier);
    return record.field(identifier);
  }

  void ignore(String... identifiers) {
    shown.addAll(Arrays.asList(identifiers));
  }

  /** The same where nothing of it is unreadable: what is has to be seen. */
  void ignoreReadable(String... identifiers) {
    for (String identifier : identifiers) {
      if (records.stream().allMatch(it -> it.field(identifier).readable())) {
        shown.add(identifier);
      }
    }
  }

  void remark(String text) {
    blocks.add(new Remark(text));
  }

  void add(Block block) {
    blocks.add(block);
  }

  /** A table, if it has any row. */
  void grid(String heading, List<Integer> widths, int heads, List<List<Cell>> rows) {
    if (rows.size() > heads) {
      blocks.add(new Grid(heading, widths, heads, List.copyOf(rows)));
    }
  }

  void facts(String heading, Fact... facts) {
    if (facts.length > 0) {
      blocks.add(new Facts(heading, List.of(facts)));
    }
  }

  /** A box that shows these fields of a record, one after the other. */
  Fact fact(SentRecord record, String label, String... identifiers) {
    return fact(List.of(record), label, identifiers);
  }

  /** The same across the whole width, for long texts. */
  Fact wide(SentRecord record, String label, String... identifiers) {
    Fact fact = fact(record, label, identifiers);
    return new Fact(fact.label(), fact.text(), true, fact.readable());
  }

  /** A box that shows what several records say alike; each value that differs is told. */
  Fact common(String label, String... identifiers) {
    return fact(records, label, identifiers);
  }

  private Fact fact(List<SentRecord> of, String label, String... identifiers) {
    Set<String> texts = new LinkedHashSet<>();
    boolean readable = true;
    for (var record : of) {
      var parts = Arrays.stream(identifiers).map(it -> take(record, it)).toList();
      texts.add(joined(parts));
      readable &= parts.stream().allMatch(SentField::readable);
    }
    texts.remove("");
    return new Fact(label, String.join("、", texts), false, readable);
  }

  /** From … until …. */
  Fact span(SentRecord record, String label, String from, String until) {
    SentField start = take(record, from);
    SentField end = take(record, until);
    String text =
        start.isEmpty() && end.isEmpty() ? "" : FieldText.of(start) + " 〜 " + FieldText.of(end);
    return new Fact(label, text, false, start.readable() && end.readable());
  }

  Cell cell(SentRecord record, String... identifiers) {
    var parts = Arrays.stream(identifiers).map(it -> take(record, it)).toList();
    return marked(
        Cell.of(
            parts.stream()
                .filter(it -> !it.isEmpty())
                .map(FieldText::of)
                .collect(Collectors.joining("\n"))),
        parts);
  }

  /**
   * One cell down several records. Texts may stand in the first alone, or in each: told once, and
   * each other one too.
   */
  Cell merged(List<SentRecord> of, String identifier) {
    var fields = of.stream().map(it -> take(it, identifier)).toList();
    String text =
        fields.stream()
            .filter(it -> !it.isEmpty())
            .map(FieldText::of)
            .distinct()
            .collect(Collectors.joining("\n"));
    return marked(Cell.of(text).down(of.size()), fields);
  }

  Cell number(SentRecord record, String identifier) {
    return cell(record, identifier).with(Mark.NUMBER);
  }

  static Cell marked(Cell cell, List<SentField> fields) {
    return fields.stream().allMatch(SentField::readable) ? cell : cell.with(Mark.UNREADABLE);
  }

  private static String joined(List<SentField> fields) {
    return fields.stream()
        .filter(it -> !it.isEmpty())
        .map(FieldText::of)
        .collect(Collectors.joining(" "));
  }

  static List<Cell> heads(String... labels) {
    return Arrays.stream(labels).map(Cell::head).toList();
  }

  /** Adds what has not been shown, by the names of the standard. */
  Form finish() {
    Map<String, String> names = new LinkedHashMap<>();
    for (var record : records) {
      for (var field : record.fields()) {
        if (!shown.contains(field.identifier()) && !field.isEmpty()) {
          names.putIfAbsent(field.identifier(), field.name());
        }
      }
    }
    facts(
        "そのほかの項目",
        names.entrySet().stream()
            .map(it -> common(it.getValue(), it.getKey()))
            .toArray(Fact[]::new));
    if (records.stream().flatMap(it -> it.fields().stream()).anyMatch(it -> !it.readable())) {
      remark("※の付いた値は、標準仕様のとおりに読めません。送られたままを示しています。");
    }
    return new Form(number, title, List.copyOf(blocks));
  }
}
