package jp.careplan.exchange.internal.evidence;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/** 確認番号: nobody guesses it, and it can be read out on the telephone. */
public final class CheckCode {
  /** Crockford's base 32: no I, L, O, U. */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int GROUPS = 3;
  private static final int GROUP = 5;
  private static final int MONTH = 6;

  private CheckCode() {}

  /**
   * A new one: 75 random bits.
   *
   * @param month six digits
   */
  public static String next(String month) {
    var text = new StringBuilder(month);
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i % GROUP == 0) {
        text.append('-');
      }
      text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return text.toString();
  }

  /**
   * As it was written, from what somebody typed: widths, capitals, blanks and hyphens do not count.
   */
  public static String read(String typed) {
    String letters =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^0-9A-Z]", "")
            .replace('O', '0')
            .replaceAll("[IL]", "1");
    if (letters.length() != MONTH + GROUPS * GROUP) {
      return "";
    }
    var text = new StringBuilder(letters.substring(0, MONTH));
    for (int i = 0; i < GROUPS; i++) {
      text.append('-').append(letters, MONTH + i * GROUP, MONTH + (i + 1) * GROUP);
    }
    return text.toString();
  }
}
