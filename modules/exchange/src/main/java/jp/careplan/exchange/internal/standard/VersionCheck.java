package jp.careplan.exchange.internal.standard;

import static jp.careplan.exchange.internal.standard.Fault.BLANKS_AROUND;
import static jp.careplan.exchange.internal.standard.Fault.EXTERNAL_CHARACTER;
import static jp.careplan.exchange.internal.standard.Fault.NUL_CHARACTER;
import static jp.careplan.exchange.internal.standard.Fault.UNDECODABLE;
import static jp.careplan.exchange.internal.standard.Fault.VERSION_MIXED;
import static jp.careplan.exchange.internal.standard.Fault.VERSION_UNKNOWN;

import java.util.HashSet;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * CSVバージョン: that of the edition the name shows, and one in the whole file. Each wrong value is told
 * once.
 */
final class VersionCheck implements RecordCheck {
  private static final int MOST_VALUES = 100;

  private final FileName name;
  private final Findings findings;
  private final Set<String> told = new HashSet<>();
  private @Nullable String first;
  private boolean mixedTold;

  VersionCheck(FileName name, Findings findings) {
    this.name = name;
    this.findings = findings;
  }

  @Override
  public void record(CSVRecord record, int line) {
    String version = record.get(0);
    if (first == null) {
      first = version;
    }
    if (!mixedTold && !version.equals(first)) {
      mixedTold = true;
      findings.add(VERSION_MIXED, spot(line, version));
    }
    if (!version.equals(name.edition().csvVersion())
        && told.size() < MOST_VALUES
        && told.add(version)) {
      wrong(version, line);
    }
  }

  private void wrong(String version, int line) {
    var spot = spot(line, version);
    Fault unreadable = Field.character(version);
    var known = name.edition().wrongVersion(version);
    if (unreadable == UNDECODABLE
        || unreadable == EXTERNAL_CHARACTER
        || unreadable == NUL_CHARACTER) {
      findings.add(unreadable, spot);
    } else if (known != null) {
      findings.add(known, spot);
    } else if (Characters.withoutBlanks(version).equals(name.edition().csvVersion())) {
      findings.add(BLANKS_AROUND, spot);
    } else {
      findings.add(VERSION_UNKNOWN, spot, name.edition().csvVersion());
    }
  }

  private Spot spot(int line, String version) {
    return new Spot(name.text(), line, name.type().field(0), version, null);
  }
}
