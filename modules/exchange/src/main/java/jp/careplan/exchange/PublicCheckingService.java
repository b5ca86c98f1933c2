package jp.careplan.exchange;

import static java.lang.System.Logger.Level.INFO;
import static jp.careplan.exchange.ExchangeProblem.NO_FILES;
import static jp.careplan.exchange.VendorProblem.CHECK_TOO_LONG;
import static jp.careplan.exchange.VendorProblem.TOO_MANY_FINDINGS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import jp.careplan.exchange.internal.standard.FolderCheck;
import jp.careplan.exchange.internal.standard.FolderUnit;
import jp.careplan.exchange.internal.standard.JsonReport;
import jp.careplan.exchange.internal.standard.SourceFile;
import jp.careplan.exchange.internal.standard.Standard;
import jp.careplan.exchange.internal.standard.UnitAddress;
import jp.careplan.exchange.internal.transfer.Archives;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.TimeOrderedId;

/** Reads files into memory, checks them within a time, and lets everything go. */
@ApplicationScoped
class PublicCheckingService implements PublicChecking {
  private static final System.Logger LOG = System.getLogger(PublicCheckingService.class.getName());
  private static final Duration LONGEST = Duration.ofSeconds(30);
  private static final int MOST_FINDINGS = 20_000;

  @Inject private CheckGate gate;
  @Inject private Archives archives;
  @Inject private Clock clock;

  @Override
  public CheckReport check(String source, List<OfferedFile> files) {
    if (files.isEmpty()) {
      throw new DomainException(NO_FILES, "");
    }
    return gate.pass(source, () -> check(files));
  }

  private CheckReport check(List<OfferedFile> files) {
    Instant now = clock.instant();
    Instant end = now.plus(LONGEST);
    var folders = new FolderCheck();
    archives
        .unpack(files)
        .forEach(item -> folders.add(item.folder(), new TimedFile(item.file(), clock, end)));
    List<FolderUnit> units = units(folders);
    if (units.isEmpty()) {
      throw new DomainException(NO_FILES, "");
    }
    var report =
        new CheckReport(
            TimeOrderedId.next(),
            now,
            units.stream().map(PublicCheckingService::unit).toList(),
            JsonReport.of(units));
    LOG.log(
        INFO,
        "checked publicly report={0} units={1} refused={2}",
        report.id(),
        units.size(),
        report.refused());
    return report;
  }

  private static List<FolderUnit> units(FolderCheck folders) {
    List<FolderUnit> units = new ArrayList<>();
    int[] findings = {0};
    try {
      folders.check(
          Standard.load(),
          unit -> {
            units.add(unit);
            findings[0] += unit.report().findings().size();
            if (findings[0] > MOST_FINDINGS) {
              throw new DomainException(TOO_MANY_FINDINGS, MOST_FINDINGS + "件を超えました。");
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e); // bytes in memory do not fail
    }
    return units;
  }

  private static CheckReport.Unit unit(FolderUnit it) {
    var report = it.report();
    return new CheckReport.Unit(
        it.folder(),
        report.address().map(UnitAddress::sequence),
        report.unit(),
        report.address().flatMap(UnitAddress::month).map(Object::toString),
        report.persons().size(),
        report.files().stream()
            .map(file -> new CheckReport.File(file.name(), file.typeName(), file.records()))
            .toList(),
        report.findings());
  }

  /** A file that nobody may read for ever: whatever is in it, the check ends in time. */
  private record TimedFile(OfferedFile file, Clock clock, Instant end) implements SourceFile {
    @Override
    public String name() {
      return file.name();
    }

    @Override
    public long size() {
      return file.content().length;
    }

    @Override
    public InputStream open() {
      return new FilterInputStream(new ByteArrayInputStream(file.content())) {
        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
          if (clock.instant().isAfter(end)) {
            throw new DomainException(CHECK_TOO_LONG, LONGEST.toSeconds() + "秒を超えました。");
          }
          return super.read(buffer, offset, length);
        }
      };
    }
  }
}
