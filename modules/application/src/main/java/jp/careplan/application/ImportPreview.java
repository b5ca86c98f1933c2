package jp.careplan.application;

import java.util.List;

/**
 * What a file would do. Nothing was changed.
 *
 * @param sha256 of the very bytes that were looked at, 64 hexadecimal digits
 * @param vanished user IDs, the first of them
 * @param findings the first of them, in the order of the file
 * @param findingCount how many there are in all
 */
public record ImportPreview(
    String sha256,
    ImportCounts counts,
    List<String> vanished,
    List<ImportFinding> findings,
    int findingCount) {
  /** Whether it may be applied. */
  public boolean isClean() {
    return findingCount == 0;
  }
}
