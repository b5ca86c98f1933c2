package jp.careplan.exchange.internal.standard;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A digest over rows in any order: the sum of the rows' own digests. A row that counts twice is the
 * same as two rows.
 */
final class RowDigest {
  private final MessageDigest sha;
  private long high;
  private long low;

  RowDigest() {
    try {
      sha = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }

  void add(CharSequence row, long times) {
    byte[] bytes = sha.digest(row.toString().getBytes(StandardCharsets.UTF_8));
    var digest = ByteBuffer.wrap(bytes);
    high += times * digest.getLong();
    low += times * digest.getLong();
  }

  /** 32 hexadecimal digits. */
  String text() {
    return "%016x%016x".formatted(high, low);
  }
}
