package jp.careplan.application.internal;

import java.security.SecureRandom;
import java.util.Base64;

/** Random tokens. */
public final class Secrets {
  private static final int TOKEN_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** 32 letters and digits that are not taken for one another on paper. */
  private static final String WRITTEN = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int WRITTEN_CHARACTERS = 16;

  private Secrets() {}

  /** 80 random bits to be read off paper: {@code ABCD-EFGH-JKLM-NPQR}. */
  public static String newWrittenCode() {
    var code = new StringBuilder();
    for (int i = 0; i < WRITTEN_CHARACTERS; i++) {
      if (i > 0 && i % 4 == 0) {
        code.append('-');
      }
      code.append(WRITTEN.charAt(RANDOM.nextInt(WRITTEN.length())));
    }
    return code.toString();
  }

  /** Digits alone, for a number that is read out; the first may be 0. */
  public static String newDigits(int count) {
    var digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(RANDOM.nextInt(10));
    }
    return digits.toString();
  }

  /** 256 random bits as 43 URL-safe characters. */
  public static String newToken() {
    byte[] bytes = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
