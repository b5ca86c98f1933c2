package jp.careplan.exchange.internal.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** 受付番号: can be read out on the telephone, {@code 20260625-7K2M9-QX4TB}. */
public final class ReceiptNumber {
  /** Crockford's base 32: no I, L, O, U. */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int GROUP = 5;

  private ReceiptNumber() {}

  /** The number of a transmission that was accepted on a day; 50 bits of the ID's hash. */
  public static String of(String transmissionId, LocalDate day) {
    byte[] hash = sha256(transmissionId);
    long bits = 0;
    for (int i = 0; i < 7; i++) {
      bits = (bits << 8) | (hash[i] & 0xff);
    }
    var text = new StringBuilder(DateTimeFormatter.BASIC_ISO_DATE.format(day));
    for (int i = 0; i < 2 * GROUP; i++) {
      if (i % GROUP == 0) {
        text.append('-');
      }
      text.append(LETTERS.charAt((int) ((bits >>> (5 * i)) & 31)));
    }
    return text.toString();
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
