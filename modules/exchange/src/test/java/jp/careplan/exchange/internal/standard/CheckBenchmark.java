package jp.careplan.exchange.internal.standard;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/**
 * Measures the check against plain reading of the same bytes by Commons CSV, and the check of a
 * small unit. Run its main; it is no test.
 */
final class CheckBenchmark {
  private static final int RECORDS = 4700;
  private static final int ROUNDS = 60;
  private static final int REPEATED = 10;

  private CheckBenchmark() {}

  @FunctionalInterface
  private interface Errand {
    int run() throws IOException;
  }

  public static void main(String[] args) throws IOException {
    var large = form6(RECORDS);
    byte[] bytes = large.getFirst().bytes();
    var small = smallUnit();
    long smallSize = small.stream().mapToLong(SourceFile::size).sum();
    for (int turn = 0; turn < 4; turn++) {
      double[] nanos = medians(() -> plain(bytes), () -> check(large), () -> repeated(small));
      double plain = perSecond(bytes.length, nanos[0]);
      double check = perSecond(bytes.length, nanos[1]);
      System.out.printf(
          "form 6, %d records, %d KB: plain %.1f MB/s, check %.1f MB/s, ratio %.2f%n",
          RECORDS, bytes.length / 1024, plain, check, check / plain);
      System.out.printf("unit of %d KB: %.3f ms%n", smallSize / 1024, nanos[2] / 1e6 / REPEATED);
    }
  }

  private static int repeated(List<Bundle.MemoryFile> unit) throws IOException {
    int found = 0;
    for (int i = 0; i < REPEATED; i++) {
      found += check(unit);
    }
    return found;
  }

  private static int plain(byte[] bytes) throws IOException {
    int fields = 0;
    var reader = new InputStreamReader(new ByteArrayInputStream(bytes), Bundle.MS932);
    try (var parser =
        org.apache.commons.csv.CSVParser.builder()
            .setReader(reader)
            .setFormat(CSVFormat.DEFAULT)
            .get()) {
      for (var record : parser) {
        fields += record.size();
      }
    }
    return fields;
  }

  private static int check(List<Bundle.MemoryFile> files) throws IOException {
    var report = Standard.load().check(files);
    if (report.verdict() == UnitReport.Verdict.REFUSED) {
      throw new IllegalStateException(report.findings().toString());
    }
    return report.findings().size();
  }

  /** Runs the errands in turn, so that what else the machine does falls on all alike. */
  private static double[] medians(Errand... errands) throws IOException {
    long[][] nanos = new long[errands.length][ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      for (int k = 0; k < errands.length; k++) {
        long start = System.nanoTime();
        errands[k].run();
        nanos[k][i] = System.nanoTime() - start;
      }
    }
    return Arrays.stream(nanos)
        .mapToDouble(n -> Arrays.stream(n).sorted().toArray()[ROUNDS / 2])
        .toArray();
  }

  private static double perSecond(long bytes, double nanos) {
    return bytes / nanos * 1e3;
  }

  /** Results of one month, 47 rows a person. */
  private static List<Bundle.MemoryFile> form6(int records) {
    var bundle = Bundle.result();
    var line = bundle.lines("UPJSK").getFirst();
    var lines = new ArrayList<String>();
    for (int i = 0; i < records; i++) {
      lines.add(
          line.replace("9900000001", "99%08d".formatted(i / 47))
              .replace("20260602", "202606%02d".formatted(1 + i % 30)));
    }
    return bundle.lines("UPJSK", lines).files();
  }

  /** Forms 6 and 7 and the supplement of ten persons. */
  private static List<Bundle.MemoryFile> smallUnit() {
    var bundle = Bundle.slip();
    for (String type : List.of("UPPLAN", "UPSIKYU", "UPHOSOKU")) {
      var lines = new ArrayList<String>();
      for (int person = 0; person < 8; person++) {
        for (String line : bundle.lines(type)) {
          lines.add(line.replace("9900000001", "99%08d".formatted(person)));
        }
      }
      bundle.lines(type, lines);
    }
    return bundle.files();
  }
}
