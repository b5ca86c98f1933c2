package jp.careplan.exchange;

import java.util.List;
import java.util.Optional;

/**
 * A sending unit (送信単位) after the check, before anything is sent.
 *
 * @param files its files
 * @param unit id of the standard ({@code U2}); empty when the files form none
 * @param kind {@code plan}, {@code result} or {@code delete}; empty when the files form no unit
 * @param serviceMonth {@code yyyymm}; empty where the unit has none
 * @param sequence 連番; empty when the names do not agree
 * @param people distinct insured persons
 * @param overridable refused, but may be sent with a reason
 * @param doubts what is unusual about where it goes
 */
public record CheckedUnit(
    List<OfferedFile> files,
    Optional<String> unit,
    Optional<String> kind,
    Optional<Party> sender,
    Optional<Party> recipient,
    Optional<String> serviceMonth,
    Optional<String> sequence,
    int people,
    List<Finding> findings,
    boolean overridable,
    List<Doubt> doubts) {

  /** Where nothing is unusual about the destination, or nobody asks. */
  public CheckedUnit(
      List<OfferedFile> files,
      Optional<String> unit,
      Optional<String> kind,
      Optional<Party> sender,
      Optional<Party> recipient,
      Optional<String> serviceMonth,
      Optional<String> sequence,
      int people,
      List<Finding> findings,
      boolean overridable) {
    this(
        files,
        unit,
        kind,
        sender,
        recipient,
        serviceMonth,
        sequence,
        people,
        findings,
        overridable,
        List.of());
  }

  CheckedUnit doubting(List<Doubt> newDoubts) {
    return new CheckedUnit(
        files,
        unit,
        kind,
        sender,
        recipient,
        serviceMonth,
        sequence,
        people,
        findings,
        overridable,
        newDoubts);
  }

  public boolean isAccepted() {
    return findings.stream().noneMatch(Finding::refuses);
  }
}
