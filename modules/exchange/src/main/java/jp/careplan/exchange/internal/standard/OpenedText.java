package jp.careplan.exchange.internal.standard;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.careplan.exchange.internal.standard.Fault.BYTE_ORDER_MARK;
import static jp.careplan.exchange.internal.standard.Fault.SAVED_AS_UTF16;
import static jp.careplan.exchange.internal.standard.Fault.SAVED_AS_UTF8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * A file's text, and what is wrong with its encoding as a whole. MS932 unless the beginning shows
 * something else; that is read as what it is, so that the rest can still be checked. A byte that is
 * no character becomes U+FFFD, 外字 become private-use characters: both are found in their fields.
 */
record OpenedText(Reader reader, List<Fault> faults) {
  private static final Charset MS932 = Charset.forName("windows-31j");
  private static final int PEEK = 1 << 16;

  static OpenedText of(InputStream bytes, long size) throws IOException {
    int peek = Math.clamp(size, 16, PEEK);
    var in = new BufferedInputStream(bytes, peek);
    in.mark(peek);
    byte[] head = in.readNBytes(peek);
    in.reset();
    List<Fault> faults = new ArrayList<>(2);
    int mark = byteOrderMark(head);
    if (mark > 0) {
      faults.add(BYTE_ORDER_MARK);
      in.skipNBytes(mark);
    }
    var charset = charset(head, mark);
    if (!charset.equals(MS932)) {
      faults.add(charset.equals(UTF_8) ? SAVED_AS_UTF8 : SAVED_AS_UTF16);
    }
    return new OpenedText(new InputStreamReader(in, charset), faults);
  }

  private static Charset charset(byte[] head, int mark) {
    if (mark == 2) {
      return head[0] == (byte) 0xFE ? UTF_16BE : UTF_16LE;
    }
    return isJapaneseInUtf8(head, mark) ? UTF_8 : MS932;
  }

  private static int byteOrderMark(byte[] head) {
    if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
      return 3;
    }
    return startsWith(head, 0xFE, 0xFF) || startsWith(head, 0xFF, 0xFE) ? 2 : 0;
  }

  private static boolean startsWith(byte[] head, int... bytes) {
    for (int i = 0; i < bytes.length; i++) {
      if (i >= head.length || head[i] != (byte) bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether all is valid UTF-8 and something of it takes three bytes, as kana and kanji do. Pairs
   * of half-width kana look like two-byte UTF-8, so these alone prove nothing.
   */
  private static boolean isJapaneseInUtf8(byte[] head, int from) {
    boolean three = false;
    int i = from;
    while (i < head.length) {
      int b = head[i] & 0xFF;
      int more = b < 0x80 ? 0 : b >= 0xC2 && b < 0xE0 ? 1 : b >= 0xE0 && b < 0xF0 ? 2 : -1;
      if (more < 0) {
        return false;
      }
      for (int k = 1; k <= more && i + k < head.length; k++) {
        if ((head[i + k] & 0xC0) != 0x80) {
          return false;
        }
      }
      three |= more == 2 && i + 2 < head.length;
      i += more + 1;
    }
    return three;
  }
}
