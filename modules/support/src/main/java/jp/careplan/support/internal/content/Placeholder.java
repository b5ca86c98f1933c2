package jp.careplan.support.internal.content;

import java.util.Arrays;
import java.util.Map;

/** What differs from operator to operator, and what stands there as long as it is not set. */
public enum Placeholder {
  NAME("{運営者}", "運営者"),
  PHONE("{電話}", "ページの下の番号"),
  HOURS("{受付時間}", "お知らせで案内している時間"),
  FEE("{料金}", "1つの事業所番号につき1年ごとの額"),
  PICTURE_DAYS("{写真の日数}", "決めた日数"),
  KEPT_DAYS("{問い合わせの日数}", "決めた日数");

  private final String mark;
  private final String unset;

  Placeholder(String mark, String unset) {
    this.mark = mark;
    this.unset = unset;
  }

  /** A text with everything filled in. */
  public static String fill(String text, Map<Placeholder, String> values) {
    String filled = text;
    for (Placeholder it : values()) {
      String value = values.getOrDefault(it, "");
      filled = filled.replace(it.mark, value.isBlank() ? it.unset : value);
    }
    return filled;
  }

  static boolean isKnown(String mark) {
    return Arrays.stream(values()).anyMatch(it -> it.mark.equals(mark));
  }
}
