package jp.careplan.support.internal.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The segments of a JPEG that make the picture; whatever comes after its end is left out too. */
final class BareJpeg {
  private static final int MARK = 0xff;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int FIRST_APPLICATION = 0xe0;
  private static final int EXIF = 0xe1;
  private static final int COLOURS = 0xe2;
  private static final int ADOBE = 0xee;
  private static final int LAST_KNOWN = 0xdf;
  private static final int HEAD = 4;
  private static final int JFIF_BYTES = 18;

  private final byte[] in;
  private final ByteArrayOutputStream out;

  private BareJpeg(byte[] in) {
    this.in = in;
    this.out = new ByteArrayOutputStream(in.length);
  }

  static Optional<byte[]> of(byte[] jpeg) {
    var bare = new BareJpeg(jpeg);
    return bare.isWhole() ? Optional.of(bare.out.toByteArray()) : Optional.empty();
  }

  private int at(int place) {
    return Byte.toUnsignedInt(in[place]);
  }

  /** Copies what is to stay; false where the picture has no end. */
  private boolean isWhole() {
    out.write(in, 0, 2);
    int at = 2;
    while (at < in.length - 1 && at(at) == MARK) {
      int mark = at(at + 1);
      if (mark == MARK) { // any number of them may stand before one
        at++;
      } else if (mark == END) {
        out.write(in, at, 2);
        return true;
      } else {
        int next = segment(mark, at);
        if (next < 0) {
          return false;
        }
        at = mark == SCAN ? scan(next) : next;
      }
    }
    return false;
  }

  /** Where the next one begins; below 0 where this one has no end. */
  private int segment(int mark, int at) {
    if (at > in.length - HEAD) {
      return -1;
    }
    int length = at(at + 2) << Byte.SIZE | at(at + 3);
    int next = at + 2 + length;
    if (length < 2 || next > in.length) {
      return -1;
    }
    if (mark <= LAST_KNOWN
        || (mark == COLOURS && begins(at, "ICC_PROFILE\0", next))
        || (mark == ADOBE && begins(at, "Adobe", next))) {
      out.write(in, at, next - at);
    } else if (mark == FIRST_APPLICATION
        && begins(at, "JFIF\0", next)
        && length >= JFIF_BYTES - 2) {
      withoutPreview(at);
    } else if (mark == EXIF && begins(at, "Exif\0\0", next)) {
      turn(Orientation.of(Arrays.copyOfRange(in, at + HEAD + 6, next)));
    }
    return next;
  }

  private boolean begins(int at, String name, int next) {
    byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
    return next - at - HEAD >= wanted.length
        && Arrays.equals(in, at + HEAD, at + HEAD + wanted.length, wanted, 0, wanted.length);
  }

  private void withoutPreview(int at) {
    byte[] jfif = Arrays.copyOfRange(in, at, at + JFIF_BYTES);
    jfif[2] = 0;
    jfif[3] = JFIF_BYTES - 2;
    jfif[JFIF_BYTES - 2] = 0;
    jfif[JFIF_BYTES - 1] = 0;
    out.writeBytes(jfif);
  }

  private void turn(int orientation) {
    if (orientation == Orientation.UPRIGHT) {
      return;
    }
    byte[] said = Orientation.tiff(orientation);
    byte[] name = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    out.writeBytes(
        ByteBuffer.allocate(HEAD + name.length + said.length)
            .put((byte) MARK)
            .put((byte) EXIF)
            .putShort((short) (2 + name.length + said.length))
            .put(name)
            .put(said)
            .array());
  }

  /** The packed pixels, in which a mark is followed by 0 or counts on. */
  private int scan(int begin) {
    int at = begin;
    while (at < in.length - 1 && !(at(at) == MARK && endsScan(at(at + 1)))) {
      at++;
    }
    out.write(in, begin, at - begin);
    return at;
  }

  private static boolean endsScan(int mark) {
    return mark != 0 && (mark < 0xd0 || mark > 0xd7);
  }
}
