package jp.careplan.exchange;

import java.util.List;
import jp.careplan.exchange.internal.standard.IndexEntry;

/**
 * A checked unit ready to be stored.
 *
 * @param serviceMonth {@code yyyymm} or empty
 * @param files in manifest order
 * @param index who is in it
 */
record SealedUnit(
    Party sender,
    Party recipient,
    String unit,
    String kind,
    String serviceMonth,
    String sequence,
    String csvVersion,
    int people,
    List<Part> files,
    List<Finding> findings,
    List<IndexEntry> index) {

  /** One file of it. */
  record Part(OfferedFile file, String type, int records) {}

  long totalBytes() {
    return files.stream().mapToLong(part -> part.file().content().length).sum();
  }
}
