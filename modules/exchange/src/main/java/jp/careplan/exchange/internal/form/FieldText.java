package jp.careplan.exchange.internal.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.chrono.JapaneseDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import jp.careplan.exchange.internal.standard.SentField;
import jp.careplan.exchange.internal.standard.Standard;

/** What people read where the file has digits and codes. */
final class FieldText {
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");
  private static final String NO_TIME = "9999";

  private FieldText() {}

  /** A field that cannot be read stays as it stands. */
  static String of(SentField field) {
    String text = field.text();
    if (text.isEmpty() || !field.readable()) {
      return text;
    }
    if (!field.word().isEmpty()) {
      return field.word();
    }
    return switch (field.format()) {
      case "yyyymmdd" -> date(field).map(FieldText::day).orElse("–");
      case "yyyymm" -> month(text).map(FieldText::month).orElse("–");
      case "hhmm", "hhmm_to_24" -> time(text);
      case "integer", "amount" -> grouped(text);
      case "service_kind" -> kind(text);
      case "service_code" -> code(text);
      case "bits31" -> days(text);
      default -> text;
    };
  }

  /** The day, where there is one: neither unreadable nor 00000000. */
  static Optional<LocalDate> date(SentField field) {
    try {
      return field.readable() && !field.isEmpty()
          ? Optional.of(LocalDate.parse(field.text(), DATE))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Optional<YearMonth> month(String text) {
    try {
      return Optional.of(YearMonth.parse(text, MONTH));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** 2026年4月1日（令和8年）. */
  static String day(LocalDate day) {
    return "%d年%d月%d日%s"
        .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), era(day));
  }

  /** 2026年6月（令和8年）. */
  static String month(YearMonth month) {
    return "%d年%d月%s".formatted(month.getYear(), month.getMonthValue(), era(month.atEndOfMonth()));
  }

  /** Nothing for days before the calendar was changed in 1873. */
  private static String era(LocalDate day) {
    try {
      var date = JapaneseDate.from(day);
      int year = date.get(ChronoField.YEAR_OF_ERA);
      String name = date.getEra().getDisplayName(TextStyle.FULL, Locale.JAPANESE);
      return "（" + name + (year == 1 ? "元" : year) + "年）";
    } catch (DateTimeException e) {
      return "";
    }
  }

  /** 9:30. */
  static String time(String hhmm) {
    return hhmm.equals(NO_TIME)
        ? "時刻なし"
        : Integer.parseInt(hhmm.substring(0, 2)) + ":" + hhmm.substring(2);
  }

  /** 12,200. */
  static String grouped(String amount) {
    try {
      return "%,d".formatted(Long.parseLong(amount));
    } catch (NumberFormatException e) {
      return amount;
    }
  }

  private static String kind(String code) {
    String name = Standard.load().kindName(code);
    return name.isEmpty() ? code : name + "（" + code + "）";
  }

  /** The name of the kind; what the item is stands in the fee tables alone. */
  private static String code(String text) {
    String name = Standard.load().kindName(text.substring(0, 2));
    return name.isEmpty() ? text : name + " " + text;
  }

  /** 1〜5日、8日. */
  static String days(String bits) {
    List<String> runs = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= bits.length(); i++) {
      boolean on = i < bits.length() && bits.charAt(i) == '1';
      if (on && from < 0) {
        from = i;
      } else if (!on && from >= 0) {
        runs.add(from + 1 == i ? i + "日" : from + 1 + "〜" + i + "日");
        from = -1;
      }
    }
    return String.join("、", runs);
  }
}
