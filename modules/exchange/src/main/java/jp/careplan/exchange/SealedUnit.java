package jp.careplan.exchange;

import java.util.List;
import java.util.stream.Stream;
import jp.careplan.exchange.internal.standard.IndexEntry;

/**
 * A checked unit ready to be stored.
 *
 * @param serviceMonth {@code yyyymm} or empty
 * @param files of the unit in manifest order, then those of a message
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

  /** The same with more files behind its own. */
  SealedUnit with(List<Part> more) {
    return new SealedUnit(
        sender,
        recipient,
        unit,
        kind,
        serviceMonth,
        sequence,
        csvVersion,
        people,
        Stream.concat(files.stream(), more.stream()).toList(),
        findings,
        index);
  }

  /** Whether a message goes along. */
  boolean hasMessage() {
    return files.stream().anyMatch(part -> part.type().equals(Enclosure.LETTER_TYPE));
  }

  int attachments() {
    return Math.toIntExact(
        files.stream().filter(part -> part.type().equals(Enclosure.ATTACHMENT_TYPE)).count());
  }

  long totalBytes() {
    return files.stream().mapToLong(part -> part.file().content().length).sum();
  }
}
