package jp.careplan.exchange.internal.enclosure;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** Word or Excel of old, with these entries in its directory. */
  static byte[] old(String... entries) {
    byte[] file = new byte[512 + 128 * Math.max(4, entries.length)];
    System.arraycopy(OLE, 0, file, 0, OLE.length);
    for (int i = 0; i < entries.length; i++) {
      byte[] name = (entries[i] + '\0').getBytes(UTF_16LE);
      System.arraycopy(name, 0, file, 512 + 128 * i, name.length);
      file[512 + 128 * i + 64] = (byte) name.length;
    }
    return file;
  }
}
