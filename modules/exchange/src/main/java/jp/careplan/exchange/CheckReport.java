package jp.careplan.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the check said about files that somebody gave without an account.
 *
 * @param id names the report when somebody asks about it; nothing is kept under it
 * @param json the same for programs, as the check on one's own computer writes it
 */
public record CheckReport(String id, Instant at, List<Unit> units, String json) {
  /**
   * One sending unit (送信単位), or what forms none.
   *
   * @param folder within an archive; empty where there is none
   * @param unit id of the standard ({@code U2}); empty where the files form none
   */
  public record Unit(
      String folder,
      Optional<String> sequence,
      Optional<String> unit,
      Optional<String> serviceMonth,
      int people,
      List<File> files,
      List<Finding> findings) {
    public boolean isAccepted() {
      return findings.stream().noneMatch(Finding::refuses);
    }
  }

  /**
   * One file.
   *
   * @param typeName Japanese name of its kind; empty where the name tells none
   */
  public record File(String name, String typeName, int records) {}

  public long accepted() {
    return units.stream().filter(Unit::isAccepted).count();
  }

  public long refused() {
    return units.size() - accepted();
  }

  @Override
  public String toString() {
    return "CheckReport[" + id + "]";
  }
}
