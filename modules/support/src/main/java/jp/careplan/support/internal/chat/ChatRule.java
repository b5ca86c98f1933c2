package jp.careplan.support.internal.chat;

import java.util.List;
import java.util.Optional;

/**
 * One rule as it answers: what was written of it, with its words folded.
 *
 * @param without words that keep it from fitting
 */
public record ChatRule(
    RuleText text, List<Pattern> patterns, List<String> without, List<Choice> choices) {
  /**
   * Parts that all must be in the sentence, each by one of its words.
   *
   * @param line as it was written
   */
  public record Pattern(String line, List<List<String>> parts) {
    boolean fits(String sentence) {
      for (List<String> words : parts) {
        if (!isAnyIn(words, sentence)) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * A button.
   *
   * @param target name of a rule, or a text as {@code FAQ/C-28}
   */
  public record Choice(String label, String target) {}

  static ChatRule of(RuleText text) {
    return new ChatRule(
        text,
        text.patterns().stream().map(ChatRule::pattern).toList(),
        RuleText.words(text.without()).toList(),
        text.choices().stream().map(ChatRule::choice).toList());
  }

  private static Pattern pattern(String line) {
    return new Pattern(
        line, RuleText.parts(line).stream().map(it -> RuleText.words(it).toList()).toList());
  }

  private static Choice choice(String line) {
    String[] parted = RuleText.parted(line);
    if (parted[0].isEmpty() || parted[1].isEmpty()) {
      throw new IllegalArgumentException("a button leads nowhere");
    }
    return new Choice(parted[0], parted[1]);
  }

  public String name() {
    return text.name();
  }

  public String label() {
    return text.label();
  }

  public String answer() {
    return text.answer();
  }

  public String source() {
    return text.source();
  }

  List<String> must() {
    return text.must();
  }

  List<String> mustNot() {
    return text.mustNot();
  }

  /**
   * The pattern by which it answers a folded sentence. Loops: a trial asks it millions of times.
   */
  Optional<Pattern> fitting(String sentence) {
    for (Pattern pattern : patterns) {
      if (pattern.fits(sentence)) {
        return isAnyIn(without, sentence) ? Optional.empty() : Optional.of(pattern);
      }
    }
    return Optional.empty();
  }

  private static boolean isAnyIn(List<String> words, String sentence) {
    for (String word : words) {
      if (sentence.contains(word)) {
        return true;
      }
    }
    return false;
  }
}
