package jp.careplan.exchange.internal.standard;

import static jp.careplan.exchange.internal.standard.Fault.BLANKS_AROUND;
import static jp.careplan.exchange.internal.standard.Fault.CONTROL_CHARACTER;
import static jp.careplan.exchange.internal.standard.Fault.DOUBTFUL_FACT;
import static jp.careplan.exchange.internal.standard.Fault.EXTERNAL_CHARACTER;
import static jp.careplan.exchange.internal.standard.Fault.NUL_CHARACTER;
import static jp.careplan.exchange.internal.standard.Fault.OUT_OF_RANGE;
import static jp.careplan.exchange.internal.standard.Fault.REQUIRED;
import static jp.careplan.exchange.internal.standard.Fault.STRAY_QUOTE;
import static jp.careplan.exchange.internal.standard.Fault.TOO_LONG;
import static jp.careplan.exchange.internal.standard.Fault.TWENTY_FOUR;
import static jp.careplan.exchange.internal.standard.Fault.UNDECODABLE;

import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** 項目, one column of one kind of file: a row of {@code columns.csv}, ready to check values. */
final class Field {
  private final int no;
  private final String name;
  private final String identifier;
  private final int maxLength;
  private final boolean required;
  private final boolean freeText;
  private final FormatCheck format;
  private final String allowed;
  private final String also;
  private final String doubtful;
  private final String formatName;
  private final Map<String, String> words;

  Field(CSVRecord row, FormatChecks formats, Map<String, String> words) {
    no = Integer.parseInt(row.get("no"));
    name = row.get("name");
    identifier = row.get("identifier");
    String length = row.get("max_length");
    maxLength = length.isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(length);
    required = row.get("required").equals("yes");
    freeText = row.get("format").equals("free_text");
    allowed = row.get("allowed");
    format = freeText ? v -> null : formats.of(row.get("format"), allowed, maxLength);
    also = row.get("also");
    doubtful = row.get("doubtful");
    formatName = row.get("format");
    this.words = words;
  }

  int no() {
    return no;
  }

  String name() {
    return name;
  }

  String identifier() {
    return identifier;
  }

  String format() {
    return formatName;
  }

  /** What a code means; empty where no table says it. */
  String word(String code) {
    return words.getOrDefault(code, "");
  }

  /** Whether a value that is not empty has the format of the column, however long it is. */
  boolean isReadable(String value) {
    return freeText
        ? !Characters.suspicious(value) || harmless(character(value))
        : value.equals(also) || isReadable(format.broken(value));
  }

  private static boolean isReadable(@Nullable Fault fault) {
    return fault == null || fault == TWENTY_FOUR || gradeless(fault);
  }

  private static boolean harmless(@Nullable Fault character) {
    return character == null || isMinor(character);
  }

  /** What the messages may say is expected: the longest length, and the values allowed. */
  Object[] expectation() {
    return new Object[] {maxLength, allowed.replace("|", "、").replace("-", "から")};
  }

  /** What is wrong with a value, or null. */
  @Nullable Fault broken(String value) {
    if (value.isEmpty()) {
      return required ? missing() : null;
    }
    if (freeText) {
      return Characters.suspicious(value) ? character(value) : null;
    }
    Fault fault = value.length() > maxLength ? TOO_LONG : format.broken(value);
    return fault == null || value.equals(also) ? null : weighed(fault, value);
  }

  private Fault missing() {
    return doubtful.equals("required") ? DOUBTFUL_FACT : REQUIRED;
  }

  private @Nullable Fault weighed(Fault fault, String value) {
    if (Characters.suspicious(value)) {
      Fault unreadable = character(value);
      return unreadable == null || isMinor(unreadable) ? fault : unreadable;
    }
    String stripped = Characters.withoutBlanks(value);
    if (stripped.length() < value.length()) {
      Fault inside = stripped.isEmpty() ? (required ? REQUIRED : null) : broken(stripped);
      return inside == null ? BLANKS_AROUND : inside;
    }
    boolean inDoubt =
        (fault == TOO_LONG && doubtful.equals("length"))
            || (fault == OUT_OF_RANGE && doubtful.equals("range"));
    if (inDoubt) {
      return DOUBTFUL_FACT;
    }
    if (fault == TOO_LONG) {
      Fault shape = format.broken(value);
      return shape == null || gradeless(shape) ? TOO_LONG : shape;
    }
    return fault;
  }

  private static boolean isMinor(Fault character) {
    return character == CONTROL_CHARACTER || character == STRAY_QUOTE;
  }

  /** Faults that are no reason to leave a too long value's length unmentioned. */
  private static boolean gradeless(Fault fault) {
    return switch (fault) {
      case SIGNED, WITH_POINT, PHONE, KIND_UNLISTED, FEWER_DIGITS, OUT_OF_RANGE -> true;
      default -> false;
    };
  }

  /**
   * The worst of the characters that no field may hold, or null where all are harmless. A quote is
   * only perhaps stray: the value does not tell how it was written.
   */
  static @Nullable Fault character(String value) {
    boolean control = false;
    boolean external = false;
    boolean nul = false;
    boolean quote = false;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\uFFFD') {
        return UNDECODABLE;
      }
      external |= c >= '\uE000' && c <= '\uF8FF';
      nul |= c == 0;
      quote |= c == '"';
      control |= (c < ' ' && c != '\r' && c != '\n' && c != '\t') || c == '\u007F';
    }
    if (external || nul) {
      return external ? EXTERNAL_CHARACTER : NUL_CHARACTER;
    }
    return quote ? STRAY_QUOTE : control ? CONTROL_CHARACTER : null;
  }
}
