package jp.careplan.exchange.internal.trial;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.application.VendorTestPart.Kind;
import jp.careplan.exchange.internal.standard.SentRecord;
import jp.careplan.exchange.internal.standard.SourceFile;
import jp.careplan.exchange.internal.standard.UnitAddress;
import jp.careplan.exchange.internal.standard.UnitNames;
import jp.careplan.exchange.internal.standard.UnitReport;

/** Whether a unit that care software wrote says what its case says. */
public final class CaseJudge {
  private static final int TOLD = 5;

  /** The units that a kind may be written as. */
  private static final Map<Kind, List<String>> UNITS =
      Map.of(
          Kind.D1, List.of("U1"),
          Kind.D2, List.of("U2"),
          Kind.D3, List.of("U5"),
          Kind.D4, List.of("P1", "P2"),
          Kind.D5, List.of("P3", "P2"),
          Kind.D6, List.of("P4"),
          Kind.D7, List.of("P8"));

  private CaseJudge() {}

  /**
   * One thing that must be so.
   *
   * @param details what differs, in words; the case is fictitious, so values may stand here
   */
  public record Point(boolean met, String words, List<String> details) {
    public Point {
      details = List.copyOf(details);
    }
  }

  /** All points, in the order in which they are best mended. */
  public static List<Point> judge(
      Kind kind,
      UnitReport report,
      List<? extends SourceFile> written,
      List<? extends SourceFile> wanted) {
    List<Point> points = new ArrayList<>();
    long faults = report.findings().stream().filter(it -> it.refuses()).count();
    points.add(
        new Point(
            faults == 0,
            "標準仕様の確認で、直しが必要な指摘がない",
            faults == 0 ? List.of() : List.of("指摘が" + faults + "件あります。下で確かめてください。")));
    points.add(unit(kind, report));
    points.add(address("送り元", TestUnit.sender(kind), report, CaseJudge::sender));
    points.add(address("送り先", TestUnit.receiver(kind), report, CaseJudge::receiver));
    SentUnit is = SentUnit.of(written);
    SentUnit should = SentUnit.of(wanted);
    should.records().keySet().forEach(type -> points.add(rows(type, is, should)));
    return points;
  }

  private static Point unit(Kind kind, UnitReport report) {
    List<String> right = Objects.requireNonNull(UNITS.get(kind));
    String is = report.unit().map(UnitNames::of).orElse("組になりません");
    return new Point(
        report.unit().filter(right::contains).isPresent(),
        "「" + right.stream().map(UnitNames::of).collect(joining("」か「")) + "」の組になっている",
        List.of("いまの組: " + is));
  }

  private static Point address(
      String words,
      TestUnit.Side wanted,
      UnitReport report,
      Function<UnitAddress, TestUnit.Side> side) {
    String is = report.address().map(side).map(TestUnit.Side::toString).orElse("読み取れません");
    return new Point(
        is.equals(wanted.toString()), words + "が " + wanted + " になっている", List.of("いまの値: " + is));
  }

  private static TestUnit.Side sender(UnitAddress it) {
    return new TestUnit.Side(it.sender().value(), it.senderKind().map(Object::toString).orElse(""));
  }

  private static TestUnit.Side receiver(UnitAddress it) {
    return new TestUnit.Side(
        it.receiver().value(), it.receiverKind().map(Object::toString).orElse(""));
  }

  private static Point rows(String type, SentUnit is, SentUnit should) {
    List<String> columns = Objects.requireNonNull(CaseTables.COMPARED.get(type));
    Map<List<String>, Long> missing = counted(should.of(type), columns);
    Map<List<String>, Long> extra = counted(is.of(type), columns);
    missing.replaceAll((row, count) -> {
      long same = Math.min(count, extra.getOrDefault(row, 0L));
      extra.computeIfPresent(row, (any, there) -> there - same);
      return count - same;
    });
    List<String> details =
        Stream.concat(
                told("足りない行", missing, type, columns, should),
                told("余分な行", extra, type, columns, is))
            .toList();
    String name = should.names().getOrDefault(type, type);
    return new Point(details.isEmpty(), name + "の" + should.of(type).size() + "行が、課題と同じ", details);
  }

  private static Map<List<String>, Long> counted(List<SentRecord> records, List<String> columns) {
    return new LinkedHashMap<>(
        records.stream()
            .collect(
                Collectors.groupingBy(
                    record -> values(record, columns), LinkedHashMap::new, Collectors.counting())));
  }

  private static List<String> values(SentRecord record, List<String> columns) {
    return columns.stream().map(column -> SentUnit.folded(record.text(column))).toList();
  }

  private static Stream<String> told(
      String what, Map<List<String>, Long> rows, String type, List<String> columns, SentUnit unit) {
    Map<String, String> names = new HashMap<>();
    unit.of(type).stream()
        .findFirst()
        .ifPresent(record -> columns.forEach(it -> names.put(it, record.field(it).name())));
    return rows.entrySet().stream()
        .filter(row -> row.getValue() > 0)
        .limit(TOLD)
        .map(row -> what + ": " + words(row.getKey(), columns, names));
  }

  private static String words(
      List<String> values, List<String> columns, Map<String, String> names) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!values.get(i).isEmpty()) {
        parts.add(names.getOrDefault(columns.get(i), columns.get(i)) + " " + values.get(i));
      }
    }
    return String.join("、", parts);
  }
}
