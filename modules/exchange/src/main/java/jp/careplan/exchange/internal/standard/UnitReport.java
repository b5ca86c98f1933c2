package jp.careplan.exchange.internal.standard;

import static jp.careplan.exchange.Severity.FATAL;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import jp.careplan.exchange.Finding;

/**
 * What the check found out about one unit.
 *
 * @param address empty where no name could be read
 * @param unit id of the sending unit, {@code U1} to {@code P9}; empty where the files form none
 * @param kind empty where {@code unit} is
 * @param findings worst first, then by file, line and column
 * @param truncated whether more was found than {@code findings} holds
 * @param files sorted by name
 * @param persons everyone the records are about
 * @param index who is in it, and with what; empty where the files form no unit
 * @param csvVersion CSVバージョン of the edition whose names the files have; empty as {@code address}
 */
public record UnitReport(
    Optional<UnitAddress> address,
    Optional<String> unit,
    Optional<UnitKind> kind,
    List<Finding> findings,
    boolean truncated,
    List<FileSummary> files,
    Set<PersonKey> persons,
    List<IndexEntry> index,
    Optional<String> csvVersion) {

  /** What the findings come to. */
  public enum Verdict {
    ACCEPTED,
    REFUSED
  }

  public Verdict verdict() {
    return findings.stream().anyMatch(Finding::refuses) ? Verdict.REFUSED : Verdict.ACCEPTED;
  }

  /** Whether the sender may send it all the same, with a reason: nothing in it is fatal. */
  public boolean overridable() {
    return findings.stream().noneMatch(f -> f.severity() == FATAL);
  }
}
