package jp.careplan.application.view;

import java.text.Normalizer;
import java.util.Locale;

/** What people type, as it is meant. */
final class Typed {
  private static final int GROUP = 4;

  private Typed() {}

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
