package jp.careplan.exchange.internal.standard;

import static jp.careplan.exchange.internal.standard.Characters.allDigits;
import static jp.careplan.exchange.internal.standard.Characters.allDigitsOrCapitals;
import static jp.careplan.exchange.internal.standard.Characters.isDigitOrCapital;
import static jp.careplan.exchange.internal.standard.Characters.number;
import static jp.careplan.exchange.internal.standard.Fault.BITS;
import static jp.careplan.exchange.internal.standard.Fault.FEWER_DIGITS;
import static jp.careplan.exchange.internal.standard.Fault.INSURED_NO;
import static jp.careplan.exchange.internal.standard.Fault.KIND_OUT_OF_SCOPE;
import static jp.careplan.exchange.internal.standard.Fault.KIND_UNLISTED;
import static jp.careplan.exchange.internal.standard.Fault.NOT_ALLOWED;
import static jp.careplan.exchange.internal.standard.Fault.NOT_AN_INTEGER;
import static jp.careplan.exchange.internal.standard.Fault.NOT_A_DATE;
import static jp.careplan.exchange.internal.standard.Fault.NOT_A_DECIMAL;
import static jp.careplan.exchange.internal.standard.Fault.NOT_A_MONTH;
import static jp.careplan.exchange.internal.standard.Fault.NOT_A_TIME;
import static jp.careplan.exchange.internal.standard.Fault.NOT_DIGITS;
import static jp.careplan.exchange.internal.standard.Fault.OFFICE_NO;
import static jp.careplan.exchange.internal.standard.Fault.OUT_OF_RANGE;
import static jp.careplan.exchange.internal.standard.Fault.PHONE;
import static jp.careplan.exchange.internal.standard.Fault.POSTAL;
import static jp.careplan.exchange.internal.standard.Fault.SERVICE_CODE;
import static jp.careplan.exchange.internal.standard.Fault.SERVICE_KIND;
import static jp.careplan.exchange.internal.standard.Fault.SIGNED;
import static jp.careplan.exchange.internal.standard.Fault.TAIS;
import static jp.careplan.exchange.internal.standard.Fault.TWENTY_FOUR;
import static jp.careplan.exchange.internal.standard.Fault.UNUSED;
import static jp.careplan.exchange.internal.standard.Fault.WITH_POINT;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The formats that {@code columns.csv} may name. */
final class FormatChecks {
  private static final int[] DAYS = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

  private final ServiceKinds kinds;
  private final Map<String, FormatCheck> plain;

  FormatChecks(ServiceKinds kinds) {
    this.kinds = kinds;
    this.plain =
        Map.ofEntries(
            Map.entry("yyyymm", v -> isMonth(v) ? null : NOT_A_MONTH),
            Map.entry("yyyymmdd", v -> isDate(v) ? null : NOT_A_DATE),
            Map.entry("hhmm", v -> isTime(v) ? null : NOT_A_TIME),
            Map.entry("hhmm_to_24", FormatChecks::timeTo24),
            Map.entry("amount", FormatChecks::amount),
            Map.entry("rate", FormatChecks::rate),
            Map.entry("decimal", v -> isDecimal(v) ? null : NOT_A_DECIMAL),
            Map.entry("insured_no", v -> isInsuredNo(v) ? null : INSURED_NO),
            Map.entry("service_kind", this::serviceKind),
            Map.entry("service_code", this::serviceCode),
            Map.entry("tais", v -> isHyphened(v, 5, 6) ? null : TAIS),
            Map.entry("postal", v -> isHyphened(v, 3, 4) ? null : POSTAL),
            Map.entry("phone", v -> isPhone(v) ? null : PHONE),
            Map.entry("bits31", v -> isBits(v) ? null : BITS),
            Map.entry("file_name", v -> null),
            Map.entry("version", v -> null),
            Map.entry("unused", v -> UNUSED));
  }

  FormatCheck of(String format, String allowed, int maxLength) {
    var check = plain.get(format);
    if (check != null) {
      return check;
    }
    return switch (format) {
      case "digits" ->
          v -> !allDigits(v) ? NOT_DIGITS : v.length() < maxLength ? FEWER_DIGITS : null;
      case "integer" -> integer(allowed);
      case "code", "flag" -> code(Set.copyOf(Table.parts(allowed)));
      case "office_no" -> officeNo(allowed);
      default -> throw new IllegalStateException("no such format: " + format);
    };
  }

  private static FormatCheck integer(String range) {
    if (range.isEmpty()) {
      return v -> allDigits(v) ? null : NOT_AN_INTEGER;
    }
    int dash = range.indexOf('-');
    int from = Integer.parseInt(range.substring(0, dash));
    int until = Integer.parseInt(range.substring(dash + 1));
    return v -> {
      if (!allDigits(v)) {
        return NOT_AN_INTEGER;
      }
      return v.length() > 9 || number(v) < from || number(v) > until ? OUT_OF_RANGE : null;
    };
  }

  private static FormatCheck code(Set<String> allowed) {
    return v -> allowed.contains(v) ? null : NOT_ALLOWED;
  }

  private static FormatCheck officeNo(String allowed) {
    return allowed.isEmpty()
        ? v -> isOfficeNo(v) ? null : OFFICE_NO
        : v -> v.equals(allowed) ? null : NOT_ALLOWED;
  }

  private static @Nullable Fault timeTo24(String value) {
    return isTime(value) ? null : value.equals("2400") ? TWENTY_FOUR : NOT_A_TIME;
  }

  private static @Nullable Fault amount(String value) {
    if (allDigits(value)) {
      return null;
    }
    boolean signed = value.length() > 1 && (value.charAt(0) == '-' || value.charAt(0) == '+');
    return signed && allDigits(value.substring(1)) ? SIGNED : NOT_AN_INTEGER;
  }

  private static @Nullable Fault rate(String value) {
    if (allDigits(value)) {
      return null;
    }
    int point = value.indexOf('.');
    boolean fraction =
        point > 0 && allDigits(value.substring(0, point)) && allDigits(value.substring(point + 1));
    return fraction ? WITH_POINT : NOT_AN_INTEGER;
  }

  private @Nullable Fault serviceKind(String value) {
    if (value.length() != 2 || !allDigitsOrCapitals(value)) {
      return SERVICE_KIND;
    }
    return scope(value);
  }

  private @Nullable Fault serviceCode(String value) {
    if (value.length() != 6 || !allDigitsOrCapitals(value)) {
      return SERVICE_CODE;
    }
    return scope(value);
  }

  private @Nullable Fault scope(String value) {
    return switch (kinds.scope(value)) {
      case IN -> null;
      case OUT -> KIND_OUT_OF_SCOPE;
      case UNLISTED, PLANNER -> KIND_UNLISTED;
    };
  }

  static boolean isMonth(String value) {
    return value.length() == 6 && allDigits(value) && monthAt4(value) && year(value) > 0;
  }

  static boolean isDate(String value) {
    if (value.length() != 8 || !allDigits(value) || !monthAt4(value) || year(value) == 0) {
      return false;
    }
    int day = Characters.pair(value, 6);
    int month = Characters.pair(value, 4);
    return day >= 1 && day <= daysOf(year(value), month);
  }

  static int daysOf(int year, int month) {
    boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && !leap ? 28 : DAYS[month - 1];
  }

  static int year(String value) {
    return Characters.pair(value, 0) * 100 + Characters.pair(value, 2);
  }

  private static boolean monthAt4(String value) {
    int month = Characters.pair(value, 4);
    return month >= 1 && month <= 12;
  }

  private static boolean isTime(String value) {
    return value.length() == 4
        && allDigits(value)
        && Characters.pair(value, 0) < 24
        && Characters.pair(value, 2) < 60;
  }

  private static boolean isDecimal(String value) {
    return value.length() == 5
        && Characters.digits(value, 0, 2)
        && value.charAt(2) == '.'
        && Characters.digits(value, 3, 5);
  }

  private static boolean isInsuredNo(String value) {
    return value.length() == 10
        && (value.charAt(0) == 'H' ? Characters.digits(value, 1, 10) : allDigits(value));
  }

  private static boolean isOfficeNo(String value) {
    return value.length() == 10
        && Characters.digits(value, 0, 2)
        && isDigitOrCapital(value.charAt(2))
        && Characters.digits(value, 3, 10);
  }

  private static boolean isHyphened(String value, int before, int after) {
    return value.length() == before + 1 + after
        && Characters.digits(value, 0, before)
        && value.charAt(before) == '-'
        && Characters.digits(value, before + 1, value.length());
  }

  private static boolean isPhone(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if ((c < '0' || c > '9') && "-() +".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBits(String value) {
    if (value.length() != 31) {
      return false;
    }
    for (int i = 0; i < 31; i++) {
      if (value.charAt(i) != '0' && value.charAt(i) != '1') {
        return false;
      }
    }
    return true;
  }
}
