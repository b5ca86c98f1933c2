package jp.careplan.application.view;

import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people type, as it is meant. */
final class Typed {
  private static final int GROUP = 4;

  private Typed() {}

  /** Without blanks around; nothing typed is an empty text. */
  static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }

  /** Half-width letters of the keyboard are meant; blanks around are not. */
  static String code(@Nullable String typed) {
    return Normalizer.normalize(text(typed), Normalizer.Form.NFKC).strip();
  }

  /** Katakana of full width is meant, whichever kana was typed. */
  static String kana(@Nullable String typed) {
    return code(typed)
        .codePoints()
        .map(letter -> letter >= 'ぁ' && letter <= 'ゖ' ? letter + ('ァ' - 'ぁ') : letter)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** Full-width and small letters and blanks around are meant as the ID on the notice. */
  static String userId(String typed) {
    return halfWidth(typed).toUpperCase(Locale.ROOT);
  }

  /** Full-width letters and blanks around are meant as half-width ones without. */
  static String halfWidth(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
  }

  /** A code off paper, in groups of four, however its groups were parted. */
  static String writtenCode(String typed) {
    String bare = userId(typed).replaceAll("[^A-Z0-9]", "");
    return bare.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
  }
}
