package jp.careplan.support.internal.chat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule as it is written: its lines of the format that stands at the head of the shipped file.
 *
 * @param name its key: unique, never changed
 * @param label what buttons call it
 * @param topic letter of the category of questions that it belongs to; empty: none
 * @param off kept, but answers nothing
 * @param patterns a line each; any of them fits; none: it is reached by buttons alone
 * @param without words that keep it from fitting, parted by {@code |}
 * @param answer Markdown; empty where the source's own words are the answer
 * @param source the text that it speaks from, {@code FAQ/C-28}; empty for none
 * @param choices buttons: label, {@code >}, name of a rule or a text
 * @param must sentences that it must answer
 * @param mustNot sentences that it must leave to others
 */
public record RuleText(
    String name,
    String label,
    String topic,
    boolean off,
    List<String> patterns,
    String without,
    String answer,
    String source,
    List<String> choices,
    List<String> must,
    List<String> mustNot) {
  private static final String OFF = "はい";

  public RuleText {
    patterns = List.copyOf(patterns);
    choices = List.copyOf(choices);
    must = List.copyOf(must);
    mustNot = List.copyOf(mustNot);
  }

  public static RuleText empty() {
    return new RuleText("", "", "", false, List.of(), "", "", "", List.of(), List.of(), List.of());
  }

  /**
   * Reads rules one below the other.
   *
   * @throws IllegalArgumentException where a rule has no key
   */
  public static List<RuleText> parse(String text) {
    List<RuleText> rules = new ArrayList<>();
    for (String block : text.split("\n(?=\\[)")) {
      if (block.startsWith("[")) {
        rules.add(rule(block.lines().filter(it -> !it.isBlank() && !it.startsWith("#")).toList()));
      }
    }
    return List.copyOf(rules);
  }

  private static RuleText rule(List<String> lines) {
    String head = lines.getFirst();
    int end = head.indexOf(']');
    if (end < 2) {
      throw new IllegalArgumentException("a rule has no key");
    }
    return new RuleText(
        head.substring(1, end),
        head.substring(end + 1).strip(),
        joined(lines, "分類", ""),
        joined(lines, "止める", "").equals(OFF),
        told(lines, "型").toList(),
        joined(lines, "除く", "|"),
        joined(lines, "答え", "\n"),
        joined(lines, "源", ""),
        told(lines, "選ぶ").toList(),
        told(lines, "例").toList(),
        told(lines, "ちがう").toList());
  }

  private static String joined(List<String> lines, String key, String between) {
    return told(lines, key).collect(Collectors.joining(between));
  }

  private static Stream<String> told(List<String> lines, String key) {
    return lines.stream()
        .filter(it -> it.startsWith(key + ":"))
        .map(it -> it.substring(key.length() + 1).strip());
  }

  public static String format(List<RuleText> rules) {
    return rules.stream().map(RuleText::format).collect(Collectors.joining("\n"));
  }

  /**
   * Its lines. Each begins with its own word, so nothing that was typed can be taken for another.
   */
  public String format() {
    List<String> lines = new ArrayList<>();
    lines.add("[" + name + "] " + label);
    add(lines, "分類", Stream.of(topic));
    add(lines, "止める", Stream.of(off ? OFF : ""));
    add(lines, "型", patterns.stream());
    add(lines, "除く", Stream.of(without));
    if (!answer.isEmpty()) {
      answer.lines().forEach(it -> lines.add("答え: " + it));
    }
    add(lines, "源", Stream.of(source));
    add(lines, "選ぶ", choices.stream());
    add(lines, "例", must.stream());
    add(lines, "ちがう", mustNot.stream());
    return String.join("\n", lines) + "\n";
  }

  private static void add(List<String> lines, String key, Stream<String> values) {
    values.filter(it -> !it.isEmpty()).forEach(it -> lines.add(key + ": " + it));
  }

  /** What a button is called, and where it leads; both empty where the line is no button. */
  static String[] parted(String choice) {
    int at = choice.lastIndexOf(" > ");
    return at < 0
        ? new String[] {"", ""}
        : new String[] {choice.substring(0, at).strip(), choice.substring(at + 3).strip()};
  }

  /** Where its buttons lead. */
  List<String> targets() {
    return choices.stream().map(it -> parted(it)[1]).toList();
  }

  /** Words of a line that are heard. */
  static Stream<String> words(String line) {
    return Arrays.stream(line.split("\\|")).map(ChatRules::folded).filter(it -> !it.isEmpty());
  }

  /** The parts of a pattern: all of them must be in the sentence. */
  static List<String> parts(String pattern) {
    return List.of(pattern.split(" \\+ ", -1));
  }

  public RuleText switched(boolean wanted) {
    return new RuleText(
        name, label, topic, wanted, patterns, without, answer, source, choices, must, mustNot);
  }

  /** The same under another key. */
  public RuleText named(String other) {
    return new RuleText(
        other, label, topic, off, patterns, without, answer, source, choices, must, mustNot);
  }

  /** The same, filed under the category of the question that it speaks from. */
  public RuleText filed() {
    String letter = source.startsWith("FAQ/") ? source.substring(4, 5) : "";
    return topic.isEmpty()
        ? new RuleText(
            name, label, letter, off, patterns, without, answer, source, choices, must, mustNot)
        : this;
  }
}
