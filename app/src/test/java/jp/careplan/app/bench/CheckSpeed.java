package jp.careplan.app.bench;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import jp.careplan.app.house.SampleUnit;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.internal.standard.Standard;
import jp.careplan.exchange.internal.standard.UnitReport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The check of large files against a plain reading of the same bytes, one thread, in turns. */
final class CheckSpeed {
  private static final int PEOPLE = 940;
  private static final int RECORDS = 5 * PEOPLE;
  private static final int ROUNDS = 6;
  private static final double AIM = 0.5;

  private final Report report;
  private final Duration time;

  CheckSpeed(Report report, Duration time) {
    this.report = report;
    this.time = time;
  }

  void print() {
    List<OfferedFile> plan =
        SampleUnit.plan("9970000011", "9970000022", "20260520113000").people(PEOPLE).files();
    OfferedFile slip =
        plan.stream().filter(file -> file.name().startsWith("UPPLAN_")).findFirst().orElseThrow();
    var results =
        new OfferedFile( // form 6 with results has the same columns and is a unit by itself
            "UPJSK_202606_9970000022_11_9970000011_43_20260702090000.CSV", slip.content());
    double ratio = compare("form 6, " + RECORDS + " records, alone (results)", List.of(results));
    compare("the whole unit 6 + 7 + supplement of " + PEOPLE + " people", plan);
    report.aim("check of form 6 / plain Commons CSV", ratio, ">= " + AIM, ratio >= AIM);
  }

  private double compare(String name, List<OfferedFile> unit) {
    Standard standard = Standard.load();
    List<Steps.InMemory> files = unit.stream().map(Steps.InMemory::new).toList();
    UnitReport once = Steps.check(standard, files);
    double megabytes = unit.stream().mapToLong(UnitTemplate::size).sum() / 1e6;
    Timing check = new Timing(() -> Steps.check(standard, files));
    Timing plain = new Timing(() -> unit.forEach(CheckSpeed::read));
    for (int round = 0; round < ROUNDS; round++) { // the first one warms up
      check.run(time, round > 0);
      plain.run(time, round > 0);
    }
    report.row(
        name,
        "%.2f MB, %d findings: check %.0f MB/s, Commons CSV %.0f MB/s, ratio %.2f"
            .formatted(
                megabytes,
                once.findings().size(),
                megabytes / check.seconds(),
                megabytes / plain.seconds(),
                plain.seconds() / check.seconds()));
    return plain.seconds() / check.seconds();
  }

  /** Reads every value, as whoever checks must. */
  private static void read(OfferedFile file) {
    long length = 0;
    try (Reader reader =
            new InputStreamReader(
                new ByteArrayInputStream(file.content()), Charset.forName("MS932"));
        CSVParser parser = CSVFormat.DEFAULT.parse(reader)) {
      for (CSVRecord row : parser) {
        for (String value : row) {
          length += value.length();
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    if (length == 0) {
      throw new IllegalStateException("nothing read");
    }
  }

  /** Time of one run, averaged. */
  private static final class Timing {
    private final Runnable what;
    private long nanos;
    private long runs;

    Timing(Runnable what) {
      this.what = what;
    }

    void run(Duration time, boolean counts) {
      long begin = System.nanoTime();
      long done = 0;
      while (System.nanoTime() - begin < time.toNanos()) {
        what.run();
        done++;
      }
      if (counts) {
        nanos += System.nanoTime() - begin;
        runs += done;
      }
    }

    double seconds() {
      return nanos / 1e9 / runs;
    }
  }
}
