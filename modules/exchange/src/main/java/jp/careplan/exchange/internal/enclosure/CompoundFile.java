package jp.careplan.exchange.internal.enclosure;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * The streams of an OLE2 file (MS-CFB), put together from their sectors as its readers do. Of a
 * file made to mislead, nothing is guessed: a chain that leaves the file, ends early or meets
 * another one makes it {@link Torn}. So no sector is read twice, and no more is held than the file
 * is long.
 */
final class CompoundFile {
  /** Where the header says something. */
  private static final int VERSION_AT = 0x1A;

  private static final int ORDER_AT = 0x1C;
  private static final int SHIFT_AT = 0x1E;
  private static final int MINI_SHIFT_AT = 0x20;
  private static final int TABLES_AT = 0x2C;
  private static final int DIRECTORY_AT = 0x30;
  private static final int SMALL_AT = 0x38;
  private static final int MINI_TABLE_AT = 0x3C;
  private static final int MINI_TABLES_AT = 0x40;
  private static final int LISTS_AT = 0x44;
  private static final int LIST_AT = 0x4C;

  /** Where an entry of the directory does. */
  private static final int TYPE_AT = 66;

  private static final int START_AT = 116;
  private static final int SIZE_AT = 120;

  private static final int END = -2;
  private static final int HEADER_FAT_SECTORS = 109;
  private static final int MINI_SHIFT = 6;
  private static final int SMALL = 4096;
  private static final int ENTRY = 128;
  private static final int STREAM = 2;
  private static final int ROOT = 5;

  /** It cannot be read to its end, or has more than one reading. */
  static final class Torn extends Exception {
    private static final long serialVersionUID = 1L;

    Torn(String why) {
      super(why);
    }
  }

  /** Sectors of one size, and which follows which. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Space(ByteBuffer bytes, int first, int shift, int[] next, BitSet used) {
    /** Nobody else's from now on. */
    int claim(int sector) throws Torn {
      long at = first + ((long) sector << shift);
      if (sector < 0 || at >= bytes.limit() || used.get(sector)) {
        throw new Torn("no such sector, or another's");
      }
      used.set(sector);
      return (int) at;
    }

    /** The sectors from this one on, as many as it takes for these bytes; the last may be short. */
    byte[] read(int start, long size) throws Torn {
      byte[] read = new byte[(int) Math.min(size, bytes.limit())];
      int length = 0;
      int sector = start;
      while (length < size && sector != END) {
        int at = claim(sector);
        int part = Math.min(Math.min(1 << shift, bytes.limit() - at), read.length - length);
        bytes.get(at, read, length, part);
        length += part;
        if (part < 1 << shift && length < size) {
          throw new Torn("cut off");
        }
        sector = sector < next.length ? next[sector] : -1;
      }
      return Arrays.copyOf(read, length);
    }

    byte[] readAll(int start) throws Torn {
      return read(start, Long.MAX_VALUE);
    }

    byte[] readWhole(int start, long size) throws Torn {
      byte[] read = read(start, size);
      if (read.length < size) {
        throw new Torn("shorter than it says");
      }
      return read;
    }
  }

  private final ByteBuffer file;
  private final boolean longSizes;
  private final Space sectors;

  CompoundFile(byte[] content) throws Torn {
    file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    if (content.length < 512) {
      throw new Torn("no header");
    }
    int version = file.getShort(VERSION_AT);
    int shift = file.getShort(SHIFT_AT);
    longSizes = version == 4;
    boolean known = (version == 3 && shift == 9) || (longSizes && shift == 12);
    if (!known
        || file.getShort(ORDER_AT) != (short) 0xFFFE
        || file.getShort(MINI_SHIFT_AT) != MINI_SHIFT
        || file.getInt(SMALL_AT) != SMALL
        || content.length < 1 << shift) {
      throw new Torn("no header of a known version");
    }
    var bare = new Space(file, 1 << shift, shift, new int[0], new BitSet());
    sectors = new Space(file, 1 << shift, shift, table(bare), bare.used());
  }

  /**
   * Which sector follows which; told by sectors that are told by the header and a list of lists.
   */
  private int[] table(Space bare) throws Torn {
    int numbers = 1 << (bare.shift() - 2);
    int count = file.getInt(TABLES_AT);
    if (count < 0 || (long) count << bare.shift() > file.limit()) {
      throw new Torn("more tables than the file holds");
    }
    int[] next = new int[count * numbers];
    int listAt = LIST_AT;
    int left = HEADER_FAT_SECTORS;
    int list = file.getInt(LISTS_AT);
    for (int i = 0; i < count; i++) {
      if (left == 0) {
        listAt = whole(bare, list);
        left = numbers - 1;
        list = file.getInt(listAt + 4 * left);
      }
      file.slice(whole(bare, file.getInt(listAt)), 1 << bare.shift())
          .order(ByteOrder.LITTLE_ENDIAN)
          .asIntBuffer()
          .get(next, i * numbers, numbers);
      listAt += 4;
      left--;
    }
    return next;
  }

  private int whole(Space space, int sector) throws Torn {
    int at = space.claim(sector);
    if (at + (1 << space.shift()) > file.limit()) {
      throw new Torn("cut off");
    }
    return at;
  }

  /** Whether there is such a stream, whatever its name; one after the other is held. */
  boolean anyStream(Predicate<byte[]> wanted) throws Torn {
    List<ByteBuffer> entries = entries();
    Space small = small(entries.getFirst());
    boolean found = false;
    for (ByteBuffer entry : entries) {
      long size = entry.get(TYPE_AT) == STREAM ? size(entry) : 0;
      if (size > 0) {
        Space space = size < SMALL ? small : sectors;
        found |= wanted.test(space.readWhole(entry.getInt(START_AT), size));
      }
    }
    return found;
  }

  private long size(ByteBuffer entry) throws Torn {
    long size = longSizes ? entry.getLong(SIZE_AT) : Integer.toUnsignedLong(entry.getInt(SIZE_AT));
    if (size < 0 || size > file.limit()) {
      throw new Torn("larger than the file");
    }
    return size;
  }

  private List<ByteBuffer> entries() throws Torn {
    byte[] directory = sectors.readAll(file.getInt(DIRECTORY_AT));
    List<ByteBuffer> entries = new ArrayList<>();
    for (int at = 0; at + ENTRY <= directory.length; at += ENTRY) {
      entries.add(ByteBuffer.wrap(directory).slice(at, ENTRY).order(ByteOrder.LITTLE_ENDIAN));
    }
    for (int i = 0; i < entries.size(); i++) {
      int type = entries.get(i).get(TYPE_AT);
      if (i == 0 ? type != ROOT : type < 0 || type > STREAM) {
        throw new Torn("neither storage nor stream, or a root elsewhere");
      }
    }
    if (entries.isEmpty()) {
      throw new Torn("no root");
    }
    return entries;
  }

  /** Small sectors lie in the stream of the root and have a table of their own. */
  private Space small(ByteBuffer root) throws Torn {
    boolean any = file.getInt(MINI_TABLES_AT) != 0;
    byte[] table = any ? sectors.readAll(file.getInt(MINI_TABLE_AT)) : new byte[0];
    byte[] held = any ? sectors.readWhole(root.getInt(START_AT), size(root)) : new byte[0];
    int[] next = new int[table.length / 4];
    ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(next);
    return new Space(ByteBuffer.wrap(held), 0, MINI_SHIFT, next, new BitSet());
  }
}
