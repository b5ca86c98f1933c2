package jp.careplan.exchange.internal.standard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads the tables of this package: CSV, UTF-8, first line names the columns. */
final class Table {
  private static final CSVFormat SHAPE =
      CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

  private Table() {}

  static List<CSVRecord> rows(String path) {
    try (var in = Table.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("no table " + path);
      }
      try (var parser = CSVParser.parse(in, UTF_8, SHAPE)) {
        return List.copyOf(parser.getRecords());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The parts of a cell that {@code |} parts; none for an empty cell. */
  static List<String> parts(String cell) {
    return cell.isEmpty() ? List.of() : List.of(cell.split("\\|", -1));
  }
}
