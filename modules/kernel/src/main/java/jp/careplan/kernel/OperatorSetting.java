package jp.careplan.kernel;

import static jp.careplan.kernel.KernelProblem.BAD_SETTING;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A value that operators (運用管理者) change while the house runs. The module that uses it declares it,
 * with all that a page needs to show and to check it.
 *
 * @param key stable, kebab-case, parts joined by dots
 * @param group under which pages show it, Japanese
 * @param label what people call it, Japanese
 * @param fallback the value until somebody decides otherwise
 * @param environment name of the setting of the node that takes the fallback's place where it is
 *     given; empty text: none
 * @param least smallest number, or fewest characters
 * @param most largest number, or most characters
 * @param places placeholders that the text may or must hold
 */
public record OperatorSetting(
    String key,
    String group,
    String label,
    Kind kind,
    String fallback,
    String environment,
    int least,
    int most,
    List<Place> places) {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}\\n]*)\\}");
  private static final int LONGEST_TEXT = 5000;

  /** What it looks like. */
  public enum Kind {
    LINE,
    TEXT,
    NUMBER,
    /** {@link WeeklyHours}, or nothing. */
    HOURS,
    /** {@link ClosedDays}, or nothing. */
    DAYS;

    /** Whether it may have several lines. */
    public boolean isLong() {
      return this != LINE && this != NUMBER;
    }
  }

  /**
   * A placeholder: {@code {name}} in the text.
   *
   * @param words what stands there in the end, Japanese
   * @param needed whether the text is worth nothing without it
   */
  public record Place(String name, String words, boolean needed) {
    public static Place needed(String name, String words) {
      return new Place(name, words, true);
    }

    public static Place allowed(String name, String words) {
      return new Place(name, words, false);
    }
  }

  /** One line of up to {@code most} characters. */
  public static OperatorSetting line(
      String key, String group, String label, String fallback, int most, Place... places) {
    return new OperatorSetting(
        key, group, label, Kind.LINE, fallback, "", 0, most, List.of(places));
  }

  /** Several lines. */
  public static OperatorSetting text(
      String key, String group, String label, String fallback, Place... places) {
    return new OperatorSetting(
        key, group, label, Kind.TEXT, fallback, "", 1, LONGEST_TEXT, List.of(places));
  }

  public static OperatorSetting number(
      String key, String group, String label, int fallback, int least, int most) {
    return new OperatorSetting(
        key, group, label, Kind.NUMBER, String.valueOf(fallback), "", least, most, List.of());
  }

  /** Opening hours of a week, which may be left empty. */
  public static OperatorSetting hours(String key, String group, String label, int most) {
    return new OperatorSetting(key, group, label, Kind.HOURS, "", "", 0, most, List.of());
  }

  /** Days, which may be none. */
  public static OperatorSetting days(String key, String group, String label, int most) {
    return new OperatorSetting(key, group, label, Kind.DAYS, "", "", 0, most, List.of());
  }

  /** The same, with a fallback that the node's environment may give. */
  public OperatorSetting or(String newEnvironment) {
    return new OperatorSetting(
        key, group, label, kind, fallback, newEnvironment, least, most, places);
  }

  /** The same, never empty. */
  public OperatorSetting required() {
    return new OperatorSetting(
        key, group, label, kind, fallback, environment, Math.max(1, least), most, places);
  }

  /** What was typed as it is kept; refuses what is not right, with the reason. */
  public String checked(String typed) {
    String value =
        kind.isLong()
            ? typed.replace("\r\n", "\n").strip()
            : Normalizer.normalize(
                    typed, kind == Kind.NUMBER ? Normalizer.Form.NFKC : Normalizer.Form.NFC)
                .strip();
    if (kind == Kind.NUMBER) {
      requireNumber(value);
    } else {
      requireText(value);
      requireReadable(value);
    }
    return value;
  }

  private void requireReadable(String value) {
    if (kind == Kind.HOURS && !value.isEmpty() && WeeklyHours.read(value).isEmpty()) {
      throw refusal("1行に1つ、曜日と時間で書いてください（例 平日 9:00から17:00まで）。");
    }
    if (kind == Kind.DAYS && ClosedDays.read(value).isEmpty()) {
      throw refusal("1行に1つ、年月日で書いてください（例 2026-08-13から2026-08-15 夏の休み）。");
    }
  }

  private void requireNumber(String value) {
    if (!value.matches("[0-9]{1,9}")
        || Integer.parseInt(value) < least
        || Integer.parseInt(value) > most) {
      throw refusal("%d以上、%d以下の数字で入れてください。".formatted(least, most));
    }
  }

  private void requireText(String value) {
    if (value.length() < least || value.length() > most) {
      throw refusal("%d文字以上、%d文字以下で入れてください。".formatted(least, most));
    }
    if (value
        .codePoints()
        .anyMatch(it -> Character.isISOControl(it) && !(it == '\n' && kind.isLong()))) {
      throw refusal("改行などの見えない文字は使えません。");
    }
    Set<String> used =
        PLACE.matcher(value).results().map(it -> it.group(1)).collect(Collectors.toSet());
    Set<String> known = places.stream().map(Place::name).collect(Collectors.toSet());
    used.stream()
        .filter(name -> !known.contains(name))
        .findFirst()
        .ifPresent(name -> {
          throw refusal("{" + name + "}は使えません。使えるのは、下に書いてある差し込みだけです。");
        });
    places.stream()
        .filter(place -> place.needed() && !used.contains(place.name()))
        .findFirst()
        .ifPresent(place -> {
          throw refusal("{" + place.name() + "}（" + place.words() + "）を入れてください。");
        });
  }

  private DomainException refusal(String why) {
    return new DomainException(BAD_SETTING, label + "は、" + why);
  }

  /**
   * A text with its placeholders filled in, all at once: what stands in a value is left alone.
   *
   * @param values by name; one that is not there becomes empty
   */
  public static String filled(String text, Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(it -> Matcher.quoteReplacement(values.getOrDefault(it.group(1), "")));
  }
}
