package jp.careplan.exchange.internal.standard;

/**
 * Alternatives like {@code ??AAAA|999999}; {@code ?} is any one character, {@code EMPTY} nothing.
 */
final class Masks {
  private final String[] masks;

  Masks(String cell) {
    masks = Table.parts(cell).stream().map(m -> m.equals("EMPTY") ? "" : m).toArray(String[]::new);
  }

  boolean fit(String value) {
    for (String mask : masks) {
      if (fits(mask, value)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fits(String mask, String value) {
    if (mask.length() != value.length()) {
      return false;
    }
    for (int i = 0; i < mask.length(); i++) {
      if (mask.charAt(i) != '?' && mask.charAt(i) != value.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
