package jp.careplan.application.view;

import java.text.Normalizer;
import java.util.Locale;

/** What people type, as it is meant. */
final class Typed {
  private Typed() {}

  /** Full-width and small letters and blanks around are meant as the ID on the notice. */
  static String userId(String typed) {
    return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toUpperCase(Locale.ROOT);
  }
}
