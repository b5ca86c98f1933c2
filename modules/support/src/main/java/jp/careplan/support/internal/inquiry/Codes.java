package jp.careplan.support.internal.inquiry;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;

/** Random numbers and codes that people read off a mail. */
public final class Codes {
  /** 32 letters and digits that are not taken for one another on paper. */
  private static final String WRITTEN = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int CHARACTERS = 16;
  private static final int GROUP = 4;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Codes() {}

  /** 80 random bits: {@code ABCD-EFGH-JKLM-NPQR}. */
  public static String newCode() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CHARACTERS; i++) {
      code.append(i > 0 && i % GROUP == 0 ? "-" : "")
          .append(WRITTEN.charAt(RANDOM.nextInt(WRITTEN.length())));
    }
    return code.toString();
  }

  public static String newDigits(int count) {
    StringBuilder digits = new StringBuilder();
    for (int i = 0; i < count; i++) {
      digits.append(RANDOM.nextInt(10));
    }
    return digits.toString();
  }

  /** A code however it was typed. */
  public static String code(String typed) {
    String bare =
        Normalizer.normalize(typed, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^A-Z0-9]", "");
    return bare.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
  }

  /** A number however it was typed. */
  public static String digits(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[^0-9]", "");
  }
}
