package jp.careplan.support.internal.file;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarePictureTest {
  private static final String JPEG = "image/jpeg";
  private static final String PNG = "image/png";
  private static final int SIGNATURE = 8;
  private static final int HEAD_CHUNK = 25;

  /** What nobody may find in a picture. */
  private static final String SECRET = "35.0N 135.0E";

  private static byte[] drawn(String format) throws IOException {
    var picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    var random = new Random(3);
    for (int i = 0; i < 64 * 48; i++) {
      picture.setRGB(i % 64, i / 64, random.nextInt());
    }
    var out = new ByteArrayOutputStream();
    ImageIO.write(picture, format, out);
    return out.toByteArray();
  }

  private static byte[] joined(byte[]... parts) {
    var out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] letters(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static byte[] segment(int mark, byte[] content) {
    return ByteBuffer.allocate(4 + content.length)
        .put((byte) 0xff)
        .put((byte) mark)
        .putShort((short) (2 + content.length))
        .put(content)
        .array();
  }

  private static byte[] chunk(String type, byte[] content) {
    byte[] typed = joined(letters(type), content);
    var sum = new CRC32();
    sum.update(typed);
    return ByteBuffer.allocate(8 + typed.length)
        .putInt(content.length)
        .put(typed)
        .putInt((int) sum.getValue())
        .array();
  }

  /** As a camera of the other byte order writes it, with more than the orientation. */
  private static byte[] notes(int orientation) {
    return joined(
        ByteBuffer.allocate(38)
            .order(ByteOrder.LITTLE_ENDIAN)
            .putShort((short) 0x4949)
            .putShort((short) 42)
            .putInt(8)
            .putShort((short) 2)
            .putShort((short) 0x010f) // the maker
            .putShort((short) 2)
            .putInt(SECRET.length())
            .putInt(38)
            .putShort((short) 0x0112)
            .putShort((short) 3)
            .putInt(1)
            .putShort((short) orientation)
            .putShort((short) 0)
            .putInt(0)
            .array(),
        letters(SECRET));
  }

  private static byte[] photograph(int orientation) throws IOException {
    byte[] plain = drawn("jpg");
    return joined(
        Arrays.copyOf(plain, 2),
        segment(0xe1, joined(letters("Exif\0\0"), notes(orientation))),
        segment(0xe1, letters("http://ns.adobe.com/xap/1.0/\0" + SECRET)),
        segment(0xe2, letters("MPF\0" + SECRET)),
        segment(0xed, letters("Photoshop 3.0\0" + SECRET)),
        segment(0xfe, letters(SECRET)),
        Arrays.copyOfRange(plain, 2, plain.length),
        letters(SECRET));
  }

  private static byte[] screen(int orientation) throws IOException {
    byte[] plain = drawn("png");
    return joined(
        Arrays.copyOf(plain, SIGNATURE + HEAD_CHUNK),
        chunk("tEXt", letters("Author\0" + SECRET)),
        chunk("iTXt", letters("XML:com.adobe.xmp\0\0\0\0\0" + SECRET)),
        chunk("eXIf", notes(orientation)),
        chunk("prVt", letters(SECRET)),
        Arrays.copyOfRange(plain, SIGNATURE + HEAD_CHUNK, plain.length),
        letters(SECRET));
  }

  private static byte[] bare(byte[] content, String media) {
    return BarePicture.of(content, media).orElseThrow();
  }

  private static boolean tells(byte[] content) {
    return new String(content, StandardCharsets.ISO_8859_1).contains(SECRET);
  }

  private static void assertSamePixels(byte[] expected, byte[] content) throws IOException {
    BufferedImage one = ImageIO.read(new ByteArrayInputStream(expected));
    BufferedImage other = ImageIO.read(new ByteArrayInputStream(content));
    assertArrayEquals(
        one.getRGB(0, 0, 64, 48, null, 0, 64), other.getRGB(0, 0, 64, 48, null, 0, 64));
  }

  @Test
  void whatACameraNotesIsTakenOutAndNoPixelIsTouched() throws IOException {
    byte[] given = photograph(1);
    assertTrue(tells(given));

    byte[] kept = bare(given, JPEG);

    assertFalse(tells(kept));
    assertSamePixels(given, kept);
    assertArrayEquals(drawn("jpg"), kept);
  }

  @Test
  void whatAProgramNotesIsTakenOutAndNoPixelIsTouched() throws IOException {
    byte[] given = screen(1);
    assertTrue(tells(given));

    byte[] kept = bare(given, PNG);

    assertFalse(tells(kept));
    assertSamePixels(given, kept);
    assertArrayEquals(drawn("png"), kept);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 6, 8})
  void whichWayUpItIsShownStays(int orientation) throws IOException {
    byte[] photograph = bare(photograph(orientation), JPEG);
    byte[] screen = bare(screen(orientation), PNG);

    assertFalse(tells(photograph) || tells(screen));
    byte[] said = Orientation.tiff(orientation);
    assertEquals(orientation, Orientation.of(said));
    assertEquals(orientation, Orientation.of(notes(orientation)));
    for (byte[] kept : new byte[][] {photograph, screen}) {
      assertTrue(
          new String(kept, StandardCharsets.ISO_8859_1)
              .contains(new String(said, StandardCharsets.ISO_8859_1)));
    }
    assertArrayEquals(photograph, bare(photograph, JPEG));
    assertArrayEquals(screen, bare(screen, PNG));
  }

  @Test
  void aPictureWithoutItsEndIsNone() throws IOException {
    byte[] photograph = drawn("jpg");
    byte[] screen = drawn("png");
    for (int length = SIGNATURE; length < photograph.length; length += 7) {
      assertEquals(Optional.empty(), BarePicture.of(Arrays.copyOf(photograph, length), JPEG));
    }
    for (int length = SIGNATURE; length < screen.length; length += 7) {
      assertEquals(Optional.empty(), BarePicture.of(Arrays.copyOf(screen, length), PNG));
    }
  }

  @Test
  void bytesThatWereMadeForItBreakNothing() throws IOException {
    var random = new Random(11);
    byte[] photograph = photograph(6);
    byte[] screen = screen(6);
    for (int i = 0; i < 2000; i++) {
      byte[] one = photograph.clone();
      byte[] other = screen.clone();
      for (int j = 0; j < 5; j++) {
        one[2 + random.nextInt(400)] = (byte) random.nextInt();
        other[SIGNATURE + random.nextInt(300)] = (byte) random.nextInt();
      }
      assertDoesNotThrow(() -> BarePicture.of(one, JPEG));
      assertDoesNotThrow(() -> BarePicture.of(other, PNG));
    }
  }
}
