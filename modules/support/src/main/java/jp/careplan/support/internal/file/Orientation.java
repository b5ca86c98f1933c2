package jp.careplan.support.internal.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Which way up a picture is to be shown: the one thing of all that a camera notes (Exif, a TIFF
 * within) without which it would be seen otherwise.
 */
final class Orientation {
  static final int UPRIGHT = 1;
  private static final int MOST = 8;
  private static final int TAG = 0x0112;
  private static final int SHORT = 3;
  private static final int ENTRY_BYTES = 12;
  private static final int MAGIC = 42;
  private static final int HEAD = 8;
  private static final int LITTLE = 0x4949;
  private static final int BIG = 0x4d4d;

  private Orientation() {}

  /** Upright where nothing else is told, or nothing that can be read. */
  static int of(byte[] tiff) {
    if (tiff.length < HEAD) {
      return UPRIGHT;
    }
    ByteBuffer in = ByteBuffer.wrap(tiff);
    int order = in.getShort(0);
    in.order(order == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    if ((order != LITTLE && order != BIG) || in.getShort(2) != MAGIC) {
      return UPRIGHT;
    }
    int at = in.getInt(4);
    if (at < HEAD || at > tiff.length - 2) {
      return UPRIGHT;
    }
    int entries = Short.toUnsignedInt(in.getShort(at));
    for (int i = 0; i < entries; i++) {
      int entry = at + 2 + i * ENTRY_BYTES;
      if (entry > tiff.length - ENTRY_BYTES) {
        return UPRIGHT;
      }
      if (Short.toUnsignedInt(in.getShort(entry)) == TAG && in.getShort(entry + 2) == SHORT) {
        int value = in.getShort(entry + 8);
        return value >= UPRIGHT && value <= MOST ? value : UPRIGHT;
      }
    }
    return UPRIGHT;
  }

  /** A TIFF that tells this and nothing else. */
  static byte[] tiff(int value) {
    return ByteBuffer.allocate(HEAD + 2 + ENTRY_BYTES + 4)
        .putShort((short) BIG)
        .putShort((short) MAGIC)
        .putInt(HEAD)
        .putShort((short) 1)
        .putShort((short) TAG)
        .putShort((short) SHORT)
        .putInt(1)
        .putShort((short) value)
        .putShort((short) 0)
        .putInt(0) // no further directory
        .array();
  }
}
