package jp.careplan.exchange.internal.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Some files and their rows of the index, gathered in memory. */
public final class TakeoutPiece implements AutoCloseable {
  private static final List<String> HEADINGS =
      List.of(
          "区分",
          "状態",
          "相手の事業所番号",
          "相手の名称",
          "種類",
          "対象年月",
          "人数",
          "送った日時",
          "受け取った日時",
          "受付番号",
          "送信ID",
          "ファイル",
          "大きさ（バイト）",
          "SHA-256",
          "フォルダ",
          "備考");

  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setRecordSeparator("\r\n").get();

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
  private final StringBuilder rows = new StringBuilder();
  private long size;

  /** The first line of the index, with the byte-order mark that spreadsheets ask for. */
  public static byte[] headings() {
    var line = new StringBuilder("\uFEFF");
    print(line, HEADINGS.stream());
    return line.toString().getBytes(StandardCharsets.UTF_8);
  }

  public void file(String path, byte[] content) {
    try {
      zip.putNextEntry(new ZipEntry(path));
      zip.write(content);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    size += content.length;
  }

  /** Cells in the order of the headings. */
  public void row(List<String> cells) {
    print(rows, cells.stream().map(TakeoutPiece::harmless));
  }

  private static void print(Appendable out, Stream<String> cells) {
    try {
      new CSVPrinter(out, FORMAT).printRecord(cells);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A spreadsheet must not take a name for a formula. */
  private static String harmless(String cell) {
    return !cell.isEmpty() && "=+-@\t".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }

  /** Bytes of the files so far, not compressed. */
  public long size() {
    return size;
  }

  public byte[] listing() {
    return rows.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Ends it: the files as ZIP. */
  public byte[] files() {
    close();
    return bytes.toByteArray();
  }

  /** Puts the files of such a ZIP into another one. */
  public static void pour(byte[] piece, ZipOutputStream into) throws IOException {
    try (var in = new ZipInputStream(new ByteArrayInputStream(piece), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        into.putNextEntry(new ZipEntry(entry.getName()));
        in.transferTo(into);
        into.closeEntry();
      }
    }
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
