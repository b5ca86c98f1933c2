package jp.careplan.support.internal.file;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/** The chunks of a PNG that make the picture; whatever comes after its end is left out too. */
final class BarePng {
  private static final int SIGNATURE = 8;
  private static final int TYPE = 4;
  private static final int AROUND = 12;
  private static final String LAST = "IEND";
  private static final String NOTES = "eXIf";

  /** What is drawn, and how light, colour and edges of it are. */
  private static final Set<String> DRAWN =
      Set.of(
          "IHDR", "PLTE", "IDAT", LAST, "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT",
          "bKGD", "pHYs", "acTL", "fcTL", "fdAT");

  private BarePng() {}

  static Optional<byte[]> of(byte[] png) {
    var out = new ByteArrayOutputStream(png.length);
    out.write(png, 0, Math.min(SIGNATURE, png.length));
    ByteBuffer in = ByteBuffer.wrap(png);
    int at = SIGNATURE;
    while (at <= png.length - AROUND) {
      int length = in.getInt(at);
      if (length < 0 || length > png.length - AROUND - at) {
        return Optional.empty();
      }
      String type = new String(png, at + TYPE, TYPE, StandardCharsets.US_ASCII);
      if (DRAWN.contains(type)) {
        out.write(png, at, AROUND + length);
      } else if (type.equals(NOTES)) {
        turn(out, Arrays.copyOfRange(png, at + TYPE + TYPE, at + TYPE + TYPE + length));
      }
      if (type.equals(LAST)) {
        return Optional.of(out.toByteArray());
      }
      at += AROUND + length;
    }
    return Optional.empty();
  }

  private static void turn(ByteArrayOutputStream out, byte[] tiff) {
    int orientation = Orientation.of(tiff);
    if (orientation == Orientation.UPRIGHT) {
      return;
    }
    byte[] said = Orientation.tiff(orientation);
    byte[] typed =
        ByteBuffer.allocate(TYPE + said.length)
            .put(NOTES.getBytes(StandardCharsets.US_ASCII))
            .put(said)
            .array();
    var sum = new CRC32();
    sum.update(typed);
    out.writeBytes(
        ByteBuffer.allocate(AROUND + said.length)
            .putInt(said.length)
            .put(typed)
            .putInt((int) sum.getValue())
            .array());
  }
}
