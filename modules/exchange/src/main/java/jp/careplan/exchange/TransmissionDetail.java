package jp.careplan.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;

/**
 * A transmission with its files and history. Files and findings are empty for a recipient who has
 * not received it.
 */
public record TransmissionDetail(
    TransmissionSummary summary,
    List<File> files,
    List<Step> history,
    List<Finding> findings,
    Retention.Kept kept) {

  /**
   * One file.
   *
   * @param type code of the standard ({@code UPPLAN}) and its Japanese name
   * @param records rows; 0 for an image
   */
  public record File(
      String name,
      String type,
      String typeName,
      long bytes,
      int records,
      String sha256,
      Optional<Instant> downloadedAt) {}

  /**
   * One step of its history.
   *
   * @param office who took it
   * @param by user ID
   */
  public record Step(
      TransmissionStatus reached, Instant at, OfficeNumber office, String by, String message) {}
}
