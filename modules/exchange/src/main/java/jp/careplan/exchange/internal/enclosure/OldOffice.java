package jp.careplan.exchange.internal.enclosure;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Word and Excel before 2007 (OLE2). Sectors begin at multiples of 512 bytes and an entry of the
 * directory takes 128, so every entry there is stands at a multiple of 128. All of these are looked
 * at, whether or not the chain of sectors leads there: a chain that lies hides nothing.
 */
final class OldOffice {
  private static final byte[] MARK = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final int ENTRY = 128;
  private static final int NAME_BYTES = 64;
  private static final int HEADER = 512;

  /** Storages and streams that a macro project is made of. */
  private static final Set<String> MACROS =
      Set.of("MACROS", "VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "PROJECTWM");

  private OldOffice() {}

  static boolean isMark(byte[] head) {
    return Arrays.equals(head, MARK);
  }

  static boolean has(byte[] content, String entry) {
    return AttachmentType.begins(content, MARK)
        && anyEntry(content, Set.of(entry.toUpperCase(Locale.ROOT)));
  }

  static boolean carriesMacros(byte[] content) {
    return anyEntry(content, MACROS) || MacroSheets.in(content) || isTornOrHides(content);
  }

  /** A record may lie across sectors that do not follow one another in the file. */
  private static boolean isTornOrHides(byte[] content) {
    try {
      return new CompoundFile(content).anyStream(MacroSheets::in);
    } catch (CompoundFile.Torn e) {
      return true;
    }
  }

  private static boolean anyEntry(byte[] content, Set<String> names) {
    for (int at = HEADER; at + ENTRY <= content.length; at += ENTRY) {
      if (names.contains(name(content, at))) {
        return true;
      }
    }
    return false;
  }

  /**
   * In capitals, as readers compare it, and without the zero behind it; empty where none can be.
   */
  private static String name(byte[] content, int at) {
    int length = (content[at + NAME_BYTES] & 0xFF) | ((content[at + NAME_BYTES + 1] & 0xFF) << 8);
    boolean ends =
        length > 2
            && length <= NAME_BYTES
            && length % 2 == 0
            && content[at + length - 1] == 0
            && content[at + length - 2] == 0;
    return ends
        ? new String(content, at, length - 2, StandardCharsets.UTF_16LE).toUpperCase(Locale.ROOT)
        : "";
  }
}
