package jp.careplan.launcher.text;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people in Japan write them. */
public final class JapanTime {
  private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
  private static final DateTimeFormatter DAY = format("yyyy年M月d日(E)");
  private static final DateTimeFormatter MINUTE = format("yyyy年M月d日(E) HH:mm");

  private JapanTime() {}

  public static String day(Instant moment) {
    return DAY.format(moment);
  }

  public static String minute(Instant moment) {
    return MINUTE.format(moment);
  }

  /** サービス提供年月: {@code 202606} as 2026年6月; anything else as it is. */
  public static String month(String digits) {
    return digits.matches("[0-9]{4}(0[1-9]|1[0-2])")
        ? digits.substring(0, 4) + "年" + Integer.parseInt(digits.substring(4)) + "月"
        : digits;
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.JAPANESE).withZone(ZONE);
  }
}
