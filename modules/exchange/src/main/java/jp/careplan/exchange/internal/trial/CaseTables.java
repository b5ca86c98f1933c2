package jp.careplan.exchange.internal.trial;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import jp.careplan.application.VendorTestPart.Kind;

/** What of a case is compared and asked: rows of {@code compared.csv} and {@code questions.csv}. */
final class CaseTables {
  /** Columns of a kind of file that must be as the case has them. */
  static final Map<String, List<String>> COMPARED =
      rows("compared.csv").stream()
          .collect(Collectors.toMap(row -> row[0], row -> List.of(row[1].split("\\|"))));

  static final List<Asked> ASKED =
      rows("questions.csv").stream()
          .map(row ->
              new Asked(
                  Kind.valueOf(row[0]), row[1], row[2], row[3], row[4], row[5], row[6], row[7]))
          .toList();

  private CaseTables() {}

  /**
   * A question and where its answer stands.
   *
   * @param pick {@code first}, {@code last} or {@code count}
   * @param whereColumn only records with this value; empty: all
   */
  record Asked(
      Kind kind,
      String key,
      String words,
      String recordType,
      String pick,
      String column,
      String whereColumn,
      String whereValue) {}

  private static List<String[]> rows(String table) {
    return TestUnit.template(table).lines().skip(1).map(line -> line.split(",", -1)).toList();
  }
}
