package jp.careplan.exchange.internal.standard;

/** Looks at single characters, without making texts. */
final class Characters {
  private Characters() {}

  static boolean allDigits(String value) {
    return digits(value, 0, value.length());
  }

  static boolean digits(String value, int from, int until) {
    for (int i = from; i < until; i++) {
      char c = value.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return until > from;
  }

  static boolean allDigitsOrCapitals(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (!isDigitOrCapital(value.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  static boolean isDigitOrCapital(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
  }

  /** The two digits at a place; the caller knows that they are digits. */
  static int pair(String value, int at) {
    return (value.charAt(at) - '0') * 10 + value.charAt(at + 1) - '0';
  }

  /** At most nine digits as a number. */
  static int number(String digits) {
    int sum = 0;
    for (int i = 0; i < digits.length(); i++) {
      sum = sum * 10 + digits.charAt(i) - '0';
    }
    return sum;
  }

  /** The text without half-width blanks before and after. */
  static String withoutBlanks(String value) {
    int from = 0;
    int until = value.length();
    while (from < until && value.charAt(from) == ' ') {
      from++;
    }
    while (until > from && value.charAt(until - 1) == ' ') {
      until--;
    }
    return value.substring(from, until);
  }

  /** Whether the text holds anything that free text may not: unreadable, 外字, control, a quote. */
  static boolean suspicious(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean beyond = c >= '\uE000' && (c <= '\uF8FF' || c == '\uFFFD');
      if (beyond || c < ' ' || c == '"' || c == '\u007F') {
        return true;
      }
    }
    return false;
  }
}
