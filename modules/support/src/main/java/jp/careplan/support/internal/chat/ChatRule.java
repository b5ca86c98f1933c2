package jp.careplan.support.internal.chat;

import java.util.List;

/**
 * One rule: what it answers to what.
 *
 * @param name unique
 * @param label what buttons call it
 * @param patterns any of them fits; none: it is reached by buttons alone
 * @param without words that keep it from fitting
 * @param answer empty where the source's own words are the answer
 * @param source the text that it speaks from, {@code FAQ/C-28}; empty for none
 * @param must sentences that it must answer
 * @param mustNot sentences that it must leave to others
 */
public record ChatRule(
    String name,
    String label,
    List<Pattern> patterns,
    List<String> without,
    String answer,
    String source,
    List<Choice> choices,
    List<String> must,
    List<String> mustNot) {
  /** Parts that all must be in the sentence, each by one of its words. */
  public record Pattern(List<List<String>> parts) {
    boolean fits(String sentence) {
      return parts.stream().allMatch(words -> words.stream().anyMatch(sentence::contains));
    }
  }

  /**
   * A button.
   *
   * @param target name of a rule, or a text as {@code FAQ/C-28}
   */
  public record Choice(String label, String target) {}

  boolean fits(String sentence) {
    return patterns.stream().anyMatch(it -> it.fits(sentence))
        && without.stream().noneMatch(sentence::contains);
  }
}
