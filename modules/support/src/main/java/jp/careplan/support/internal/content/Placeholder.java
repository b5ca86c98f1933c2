package jp.careplan.support.internal.content;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What differs from operator to operator, and what stands there as long as it is not set. */
public enum Placeholder {
  NAME("{運営者}", "運営者"),
  PHONE("{電話}", "ページの下の番号"),
  HOURS("{受付時間}", "お知らせで案内している時間"),
  FEE("{料金}", "1つの事業所番号につき1年ごとの額"),
  PICTURE_DAYS("{写真の日数}", "決めた日数"),
  KEPT_DAYS("{問い合わせの日数}", "決めた日数");

  /** No word of a program's text, as {@code {"a": 1}} is, and nothing in the marks of code. */
  private static final Pattern MARK = Pattern.compile("\\{[^{}\\s\":;,]{1,30}}");

  private static final Pattern CODE = Pattern.compile("`[^`]*`");

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

  /** What is wrong with the marks of a text, each told with its line. */
  public static List<String> unknown(String text) {
    List<String> lines = text.lines().toList();
    return IntStream.range(0, lines.size())
        .boxed()
        .flatMap(line ->
            MARK.matcher(CODE.matcher(lines.get(line)).replaceAll(""))
                .results()
                .filter(it -> !isKnown(it.group()))
                .map(it -> unknown(line + 1, it.group())))
        .toList();
  }

  private static String unknown(int line, String mark) {
    String known = Arrays.stream(values()).map(it -> it.mark).collect(Collectors.joining("、"));
    return "%d行めの「%s」は、置き換えられません。使えるのは、%sです。".formatted(line, mark, known);
  }

  static boolean isKnown(String mark) {
    return Arrays.stream(values()).anyMatch(it -> it.mark.equals(mark));
  }
}
