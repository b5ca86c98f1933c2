package jp.careplan.exchange.internal.enclosure;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
      Set.of("Macros", "VBA", "_VBA_PROJECT", "_VBA_PROJECT_CUR", "PROJECTwm");

  private OldOffice() {}

  static boolean isMark(byte[] head) {
    return Arrays.equals(head, MARK);
  }

  static boolean has(byte[] content, String entry) {
    return AttachmentType.begins(content, MARK) && anyEntry(content, Set.of(entry));
  }

  static boolean carriesMacros(byte[] content) {
    return anyEntry(content, MACROS) || MacroSheets.in(content);
  }

  private static boolean anyEntry(byte[] content, Set<String> names) {
    for (int at = HEADER; at + ENTRY <= content.length; at += ENTRY) {
      for (String name : names) {
        if (isNamed(content, at, name)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Name in UTF-16 with a zero behind it, and how many bytes that takes. */
  private static boolean isNamed(byte[] content, int at, String name) {
    byte[] expected = (name + '\0').getBytes(StandardCharsets.UTF_16LE);
    int length = (content[at + NAME_BYTES] & 0xFF) | ((content[at + NAME_BYTES + 1] & 0xFF) << 8);
    return length == expected.length
        && Arrays.equals(content, at, at + expected.length, expected, 0, expected.length);
  }
}
