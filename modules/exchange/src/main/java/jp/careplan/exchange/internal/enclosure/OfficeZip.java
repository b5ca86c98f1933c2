package jp.careplan.exchange.internal.enclosure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Word, Excel and PowerPoint since 2007: a ZIP of parts. Read from its beginning, part by part; the
 * list at its end, which programs go by, has to name the same parts, or it is none.
 */
final class OfficeZip {
  private static final byte[] MARK = {'P', 'K', 3, 4};
  private static final String TYPES = "[content_types].xml";
  private static final String RELATIONS = ".rels";
  private static final int MOST_PARTS = 10_000;
  private static final int DEEPEST = 3;

  /** Unpacked; no document that is small enough to be attached comes near it. */
  private static final long MOST_BYTES = 64L * 1024 * 1024;

  /** Of a part that is looked into. */
  private static final int MOST_HELD = 16 * 1024 * 1024;

  /** Parts that run, and documents inside the document that may hold such. */
  private static final Pattern RUNS =
      Pattern.compile(
          ".*(vbaproject|vbadata|macrosheets/|activex/"
              + "|\\.(docm|dotm|xlsm|xlsb|xltm|xlam|pptm|potm|ppsm|ppam|exe|dll|js|vbs|ps1|bat)$).*");

  private static final int LIST_END = 0x06054b50;
  private static final int LIST_ENTRY = 0x02014b50;
  private static final int LIST_END_BYTES = 22;
  private static final int LIST_ENTRY_BYTES = 46;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private OfficeZip() {}

  /** What its parts are called, and whether one of them runs. */
  private record Look(List<String> names, boolean runs) {}

  static boolean hasPart(byte[] content, String folder) {
    try {
      List<String> names = look(content, 0).names();
      return names.contains(TYPES) && names.stream().anyMatch(name -> name.startsWith(folder));
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /** What cannot be read to its end is taken for one that does. */
  static boolean carriesMacros(byte[] content) {
    try {
      return look(content, 0).runs();
    } catch (IOException | IllegalArgumentException e) {
      return true;
    }
  }

  private static Look look(byte[] content, int depth) throws IOException {
    if (!AttachmentType.begins(content, MARK) || depth == DEEPEST) {
      throw new IOException("no ZIP of a document");
    }
    var names = new ArrayList<String>();
    boolean runs = false;
    var budget = new Budget();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        String name = plain(part.getName());
        names.add(name);
        runs |= RUNS.matcher(name).matches() || runs(name, zip, depth, budget);
        if (names.size() > MOST_PARTS) {
          throw new IOException("too many parts");
        }
      }
    }
    if (!names.stream().sorted().toList().equals(listed(content))) {
      throw new IOException("its list names other parts");
    }
    return new Look(names, runs);
  }

  private static boolean runs(String name, ZipInputStream zip, int depth, Budget budget)
      throws IOException {
    byte[] head = zip.readNBytes(8);
    budget.spend(head.length);
    boolean old = OldOffice.isMark(head);
    boolean nested = AttachmentType.begins(head, MARK);
    if (!old && !nested && !name.equals(TYPES) && !name.endsWith(RELATIONS)) {
      budget.spend(zip);
      return false;
    }
    byte[] part = whole(head, zip);
    budget.spend(part.length);
    if (old) {
      return OldOffice.carriesMacros(part);
    }
    return nested ? look(part, depth + 1).runs() : declaresMacros(part);
  }

  private static byte[] whole(byte[] head, ZipInputStream zip) throws IOException {
    byte[] rest = zip.readNBytes(MOST_HELD);
    if (rest.length == MOST_HELD) {
      throw new IOException("part too large to be looked at");
    }
    byte[] part = Arrays.copyOf(head, head.length + rest.length);
    System.arraycopy(rest, 0, part, head.length, rest.length);
    return part;
  }

  private static boolean declaresMacros(byte[] types) {
    String text = new String(types, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
    return text.contains("macroenabled")
        || text.contains("vbaproject")
        || text.contains("macrosheet"); // of Excel 4.0, declared or referred to
  }

  /** Names of the list at the end, sorted. */
  private static List<String> listed(byte[] content) throws IOException {
    ByteBuffer zip = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    int end = listEnd(zip);
    int count = zip.getShort(end + 10) & 0xFFFF;
    long at = zip.getInt(end + 16) & 0xFFFFFFFFL;
    var names = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      if (at + LIST_ENTRY_BYTES > end || zip.getInt((int) at) != LIST_ENTRY) {
        throw new IOException("its list is broken");
      }
      int name = zip.getShort((int) at + 28) & 0xFFFF;
      int extra = zip.getShort((int) at + 30) & 0xFFFF;
      int comment = zip.getShort((int) at + 32) & 0xFFFF;
      if (at + LIST_ENTRY_BYTES + name > end) {
        throw new IOException("its list is broken");
      }
      names.add(
          plain(new String(content, (int) at + LIST_ENTRY_BYTES, name, StandardCharsets.UTF_8)));
      at += LIST_ENTRY_BYTES + name + extra + comment;
    }
    return names.stream().sorted().toList();
  }

  private static int listEnd(ByteBuffer zip) throws IOException {
    int first = Math.max(0, zip.limit() - LIST_END_BYTES - LONGEST_COMMENT);
    for (int at = zip.limit() - LIST_END_BYTES; at >= first; at--) {
      if (zip.getInt(at) == LIST_END) {
        return at;
      }
    }
    throw new IOException("no list of parts");
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('\\', '/');
  }

  /** Unpacked bytes that may still come. */
  private static final class Budget {
    private long left = MOST_BYTES;

    void spend(long bytes) throws IOException {
      left -= bytes;
      if (left < 0) {
        throw new IOException("unpacks to too much");
      }
    }

    /** Runs over the rest of a part without holding it. */
    void spend(ZipInputStream part) throws IOException {
      byte[] buffer = new byte[8192];
      for (int read = part.read(buffer); read >= 0; read = part.read(buffer)) {
        spend(read);
      }
    }
  }
}
