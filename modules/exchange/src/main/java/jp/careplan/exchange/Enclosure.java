package jp.careplan.exchange;

import java.util.ArrayList;
import java.util.List;

/**
 * メッセージと添付: what goes along with a unit, or alone. Both are files of the manifest under names that
 * tell nothing; what people call them stands inside the letter, which is sealed like all content.
 *
 * @param letter {@link #LETTER}: the text and the names of the attachments, as {@link Letter} reads
 *     it
 * @param attachments {@code attachment-01.pdf} and so on, in the letter's order
 */
public record Enclosure(OfferedFile letter, List<OfferedFile> attachments) {
  /** Name of the letter in the manifest. */
  public static final String LETTER = "message.json";

  /** Record type of the letter, where files of the standard have theirs. */
  public static final String LETTER_TYPE = "MESSAGE";

  public static final String ATTACHMENT_TYPE = "ATTACHMENT";

  /** Unit id of a transmission that is a message alone. */
  public static final String UNIT = "M1";

  /** Kind of such a transmission. */
  public static final String KIND = "message";

  public Enclosure {
    attachments = List.copyOf(attachments);
  }

  /** Whether a file of a manifest belongs to a message; no name of the standard looks like it. */
  public static boolean isOf(String file) {
    return file.equals(LETTER) || file.startsWith("attachment-");
  }

  public List<OfferedFile> files() {
    var files = new ArrayList<>(attachments);
    files.add(letter);
    return files;
  }

  @Override
  public String toString() {
    return "Enclosure[" + attachments.size() + " attachments]";
  }
}
