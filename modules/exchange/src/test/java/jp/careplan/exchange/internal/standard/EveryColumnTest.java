package jp.careplan.exchange.internal.standard;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Holds the column tables against the check: no row of them may go unheard. */
class EveryColumnTest {
  private record Column(String edition, CSVRecord row) {
    String type() {
      return row.get("record_type");
    }

    int no() {
      return Integer.parseInt(row.get("no"));
    }

    String format() {
      return row.get("format");
    }

    boolean doubtful(String fact) {
      return row.get("doubtful").equals(fact);
    }

    Bundle bundle() {
      if (edition.equals("202208")) {
        return type().matches("UP[123]KYO|DLT.*|UPJSK") ? Bundle.empty() : Bundle.oldSlip();
      }
      return switch (type()) {
        case "UP1KYO", "UP2KYO", "UP3KYO" -> Bundle.plan();
        case "UPPLAN", "UPSIKYU", "UPHOSOKU" -> Bundle.slip();
        case "UPJSK" -> Bundle.result();
        case "DLTPLAN" -> Bundle.deletion();
        case "DLT1KYO", "DLTKIHON", "DLTYOBO", "DLTJSK" -> Bundle.empty();
        default -> Bundle.prevention();
      };
    }

    boolean refuses(String value) {
      return bundle().set(type(), 1, no(), value).check().findings().stream()
          .anyMatch(
              f -> f.refuses() && Objects.equals(f.column(), no()) && Objects.equals(f.line(), 1));
    }

    @Override
    public String toString() {
      return edition + " " + type() + " " + no();
    }
  }

  private static List<Column> columns() {
    return Stream.of("202407", "202208")
        .flatMap(e -> Table.rows(e + "/columns.csv").stream().map(r -> new Column(e, r)))
        .filter(c -> !c.bundle().files().isEmpty())
        .toList();
  }

  @Test
  void everyMandatoryColumnMustBeFilled() {
    for (var column : columns()) {
      if (column.row().get("required").equals("yes")) {
        assertTrue(column.refuses(""), column.toString());
      }
    }
  }

  @Test
  void noValueIsLongerThanItsColumn() {
    for (var column : columns()) {
      String length = column.row().get("max_length");
      if (!length.isEmpty() && !column.doubtful("length")) {
        assertTrue(column.refuses("0".repeat(Integer.parseInt(length) + 1)), column.toString());
      }
    }
  }

  @Test
  void everyFormatIsHeardOf() {
    for (var column : columns()) {
      if (!List.of("free_text", "file_name", "phone").contains(column.format())) {
        assertTrue(column.refuses("あ"), column.toString());
      }
    }
  }

  @Test
  void noColumnTakesAnExternalCharacter() {
    for (var column : columns()) {
      assertTrue(column.refuses("\uE000"), column.toString());
    }
  }
}
