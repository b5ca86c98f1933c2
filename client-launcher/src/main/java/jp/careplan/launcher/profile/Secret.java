package jp.careplan.launcher.profile;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A password: masked in every print, wiped when no longer needed. */
public final class Secret implements AutoCloseable {
  private final char[] chars;

  /** Takes the array over. */
  public Secret(char[] chars) {
    this.chars = chars;
  }

  public static Secret of(String text) {
    return new Secret(text.toCharArray());
  }

  static Secret ofUtf8(byte[] bytes) {
    var decoded = StandardCharsets.UTF_8.decode(java.nio.ByteBuffer.wrap(bytes));
    var chars = new char[decoded.remaining()];
    decoded.get(chars);
    return new Secret(chars);
  }

  /** The characters themselves, not a copy. */
  public char[] chars() {
    return chars;
  }

  public CharBuffer view() {
    return CharBuffer.wrap(chars).asReadOnlyBuffer();
  }

  @Override
  public void close() {
    Arrays.fill(chars, '\0');
  }

  @Override
  public String toString() {
    return "Secret[masked]";
  }
}
