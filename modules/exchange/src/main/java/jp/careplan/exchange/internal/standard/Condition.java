package jp.careplan.exchange.internal.standard;

import static jp.careplan.exchange.internal.standard.Characters.allDigits;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** 整合性チェック of fields within a record: a row of {@code conditions.csv}, ready to run. */
final class Condition {
  /** How often a broken condition is told. */
  enum Scope {
    /** On every record. */
    ROW,
    /** On the first record only. */
    ONCE,
    /** At the end of the file, if every record broke it. */
    ANY
  }

  @FunctionalInterface
  private interface Test {
    /** Whether the condition is broken; the value may be empty. */
    boolean broken(String value, CSVRecord record, FileName name);
  }

  private final Rule rule;
  private final RecordType type;
  private final List<String> units;
  private final Scope scope;
  private final int column;
  private final int whenColumn;
  private final Masks when;
  private final Masks unless;
  private final Test test;

  Condition(CSVRecord row, RecordType type, Rules rules) {
    this.rule = rules.of(row.get("rule"));
    this.type = type;
    units = Table.parts(row.get("unit"));
    scope = Scope.valueOf(row.get("scope").toUpperCase(java.util.Locale.ROOT));
    column = type.index(row.get("column"));
    String other = row.get("when_column");
    whenColumn = other.isEmpty() ? -1 : type.index(other);
    when = new Masks(row.get("when_like"));
    unless = new Masks(row.get("when_unlike"));
    test = test(row.get("test"), row.get("argument"));
  }

  Rule rule() {
    return rule;
  }

  /** The column a finding points at, from 0. */
  int column() {
    return column;
  }

  Scope scope() {
    return scope;
  }

  boolean concerns(RecordType other, @Nullable String unit) {
    return type == other && (units.isEmpty() || (unit != null && units.contains(unit)));
  }

  boolean broken(CSVRecord record, FileName name) {
    if (whenColumn >= 0) {
      String asked = record.get(whenColumn);
      if (!when.fit(asked) || unless.fit(asked)) {
        return false;
      }
    }
    return test.broken(record.get(column), record, name);
  }

  private Test test(String kind, String argument) {
    return switch (kind) {
      case "filled" -> (v, r, n) -> v.isEmpty();
      case "empty" -> (v, r, n) -> !v.isEmpty();
      case "equals" -> (v, r, n) -> !v.isEmpty() && !v.equals(argument);
      case "differs" -> differs(Table.parts(argument));
      case "unlike" -> unlike(new Masks(argument));
      case "one_filled", "some_filled" -> oneFilled(places(argument));
      case "together" -> together(places(argument));
      case "not_after" -> notAfter(type.index(argument));
      case "alike_nines" -> alikeNines(type.index(argument));
      case "sum_of" -> sumOf(places(argument));
      case "name_month" -> (v, r, n) -> n.hasMonth() && !v.isEmpty() && !v.equals(n.month());
      case "in_name_month" ->
          (v, r, n) -> n.hasMonth() && v.length() == 8 && !v.startsWith(n.month());
      case "bits_in_month" -> (v, r, n) -> n.hasMonth() && v.length() == 31 && beyond(v, n.month());
      case "sender" -> (v, r, n) -> !v.isEmpty() && !v.equals(n.sender());
      case "receiver" -> (v, r, n) -> !v.isEmpty() && !v.equals(n.receiver());
      default -> throw new IllegalStateException("no such test: " + kind);
    };
  }

  private List<Integer> places(String identifiers) {
    List<Integer> places = new ArrayList<>();
    for (String identifier : Table.parts(identifiers)) {
      places.add(type.index(identifier));
    }
    return List.copyOf(places);
  }

  private static Test differs(List<String> values) {
    return (v, r, n) -> values.contains(v);
  }

  private static Test unlike(Masks masks) {
    return (v, r, n) -> masks.fit(v);
  }

  private static Test oneFilled(List<Integer> others) {
    return (v, r, n) -> v.isEmpty() && others.stream().allMatch(i -> r.get(i).isEmpty());
  }

  private static Test together(List<Integer> others) {
    return (v, r, n) -> {
      for (int i = 0; i < others.size(); i++) {
        if (r.get(others.get(i)).isEmpty() != v.isEmpty()) {
          return true;
        }
      }
      return false;
    };
  }

  private static Test notAfter(int other) {
    return (v, r, n) ->
        v.length() == 8 && r.get(other).length() == 8 && v.compareTo(r.get(other)) > 0;
  }

  private static Test alikeNines(int other) {
    return (v, r, n) -> v.equals("9999") != r.get(other).equals("9999");
  }

  private static Test sumOf(List<Integer> others) {
    return (v, r, n) -> {
      if (!isSmallNumber(v)) {
        return false;
      }
      long sum = 0;
      for (int other : others) {
        String part = r.get(other);
        if (!part.isEmpty() && !isSmallNumber(part)) {
          return false;
        }
        sum += part.isEmpty() ? 0 : Characters.number(part);
      }
      return sum != Characters.number(v);
    };
  }

  private static boolean isSmallNumber(String text) {
    return text.length() < 10 && allDigits(text);
  }

  private static boolean beyond(String bits, String month) {
    int days = FormatChecks.daysOf(FormatChecks.year(month), Characters.pair(month, 4));
    return bits.indexOf('1', days) >= 0;
  }
}
