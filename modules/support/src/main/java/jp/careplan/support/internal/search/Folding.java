package jp.careplan.support.internal.search;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes alike what people write differently and mean alike. */
public final class Folding {
  private static final Pattern DASH_IN_KATAKANA = Pattern.compile("(?<=[ァ-ヺー])[-‐‑‒–—―−〜~]");
  private static final String SMALL = "ァィゥェォッャュョヮ";
  private static final String LARGE = "アイウエオツヤユヨワ";

  private Folding() {}

  /** Width, half-width katakana, capitals, and every stroke that is meant as a long vowel. */
  public static String text(String text) {
    String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return DASH_IN_KATAKANA.matcher(folded).replaceAll("ー").strip();
  }

  /** Hiragana as katakana. */
  static String katakana(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c >= 'ぁ' && c <= 'ゖ' ? (char) (c + 'ァ' - 'ぁ') : c);
    }
    return out.toString();
  }

  /** What is heard: katakana without long vowels and small letters (パスワード, ぱすわど → パスワド). */
  public static String sound(String text) {
    String katakana = katakana(text);
    StringBuilder out = new StringBuilder(katakana.length());
    for (int i = 0; i < katakana.length(); i++) {
      char c = katakana.charAt(i);
      int small = SMALL.indexOf(c);
      if (c != 'ー') {
        out.append(small >= 0 ? LARGE.charAt(small) : c);
      }
    }
    return out.toString();
  }

  static boolean isKana(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> (c >= 'ぁ' && c <= 'ゖ') || (c >= 'ァ' && c <= 'ヺ') || c == 'ー');
  }
}
