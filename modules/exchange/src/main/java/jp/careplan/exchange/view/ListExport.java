package jp.careplan.exchange.view;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A list as a table for spreadsheets: UTF-8 with a byte-order mark, which they ask for. */
final class ListExport {
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\r\n").get();

  private ListExport() {}

  static void begin(Appendable out) throws IOException {
    out.append('\uFEFF');
    print(out, Stream.of("状態", "相手", "事業所番号", "サービス", "種類", "対象年月", "人数", "ファイル", "送信", "受付番号"));
  }

  static void rows(Appendable out, List<TransmissionRow> rows) throws IOException {
    for (TransmissionRow row : rows) {
      print(
          out,
          Stream.of(
              row.getStatus(),
              row.getPartner(),
              row.getPartnerNumber(),
              row.getPartnerKind(),
              row.getKind(),
              row.getMonth(),
              String.valueOf(row.getPeople()),
              String.valueOf(row.getFileCount()),
              row.getSentAt(),
              row.getReceiptNumber()));
    }
  }

  /** Any table, from its head on. */
  static void table(Appendable out, List<String> head, List<List<String>> rows) throws IOException {
    out.append('\uFEFF');
    print(out, head.stream());
    for (List<String> row : rows) {
      print(out, row.stream());
    }
  }

  static void print(Appendable out, Stream<String> cells) throws IOException {
    new CSVPrinter(out, FORMAT).printRecord(cells.map(ListExport::harmless));
  }

  /** A spreadsheet must not take a name for a formula. */
  static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  static String charset() {
    return StandardCharsets.UTF_8.name();
  }
}
