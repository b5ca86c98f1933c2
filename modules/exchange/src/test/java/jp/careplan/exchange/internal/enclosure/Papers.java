package jp.careplan.exchange.internal.enclosure;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of the kinds that offices attach, as far as their type is told. */
final class Papers {
  private static final byte[] OLE = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };

  private Papers() {}

  static byte[] pdf() {
    return "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n".getBytes(UTF_8);
  }

  static byte[] docx(Map<String, byte[]> more) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    parts.put("[Content_Types].xml", "<Types/>".getBytes(UTF_8));
    parts.put("word/document.xml", "<w:document/>".getBytes(UTF_8));
    parts.putAll(more);
    return zip(parts);
  }

  static byte[] zip(Map<String, byte[]> parts) {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (var part : parts.entrySet()) {
        zip.putNextEntry(new ZipEntry(part.getKey()));
        zip.write(part.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Word or Excel of old, with these empty streams. */
  static byte[] old(String... streams) {
    Map<String, byte[]> all = new LinkedHashMap<>();
    for (String stream : streams) {
      if (!stream.equals("Root Entry")) {
        all.put(stream, new byte[0]);
      }
    }
    return old(all);
  }

  /**
   * With these streams, of 4096 bytes or more, whose sectors lie in the file from the last to the
   * first.
   */
  static byte[] old(Map<String, byte[]> streams) {
    int directory = streams.size() / 4 + 1;
    int count = 1 + directory + streams.values().stream().mapToInt(it -> sectors(it.length)).sum();
    ByteBuffer file = ByteBuffer.allocate(512 * (1 + count)).order(ByteOrder.LITTLE_ENDIAN);
    file.put(OLE).putShort(0x18, (short) 0x3E).putShort(0x1A, (short) 3);
    file.putShort(0x1C, (short) 0xFFFE).putShort(0x1E, (short) 9).putShort(0x20, (short) 6);
    file.putInt(0x2C, 1).putInt(0x30, 1).putInt(0x38, 4096).putInt(0x3C, -2).putInt(0x44, -2);
    for (int i = 1; i < 109; i++) {
      file.putInt(0x4C + 4 * i, -1);
    }
    for (int i = 0; i < 128; i++) {
      file.putInt(512 + 4 * i, i == 0 ? -3 : i < directory ? i + 1 : i == directory ? -2 : -1);
    }
    entry(file, 0, "Root Entry", 5, -2, 0);
    int number = 1;
    int first = count;
    for (var stream : streams.entrySet()) {
      int length = sectors(stream.getValue().length);
      for (int i = 0; i < length; i++) {
        int sector = first - 1 - i;
        file.putInt(512 + 4 * sector, i == length - 1 ? -2 : sector - 1);
        int part = Math.min(512, stream.getValue().length - 512 * i);
        file.put(512 * (1 + sector), stream.getValue(), 512 * i, part);
      }
      int start = length == 0 ? -2 : first - 1;
      entry(file, number++, stream.getKey(), 2, start, stream.getValue().length);
      first -= length;
    }
    return file.array();
  }

  private static int sectors(int length) {
    return (length + 511) / 512;
  }

  private static void entry(
      ByteBuffer file, int number, String called, int type, int start, int length) {
    int at = 1024 + 128 * number;
    byte[] name = (called + '\0').getBytes(UTF_16LE);
    file.put(at, name).putShort(at + 64, (short) name.length).put(at + 66, (byte) type);
    file.putInt(at + 116, start).putInt(at + 120, length);
  }

  /** The same with one number of four bytes in place of another. */
  static byte[] with(byte[] file, int at, int number) {
    byte[] other = file.clone();
    ByteBuffer.wrap(other).order(ByteOrder.LITTLE_ENDIAN).putInt(at, number);
    return other;
  }
}
