package jp.careplan.support.internal.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A set of rules is held against the sentences of all of them before anyone is answered by it. */
public final class RuleTrial {
  private final ChatRules rules;
  private final Behind behind;
  private final List<Failure> failures = new ArrayList<>();
  private int sentences;

  private RuleTrial(List<RuleText> texts, Behind behind) {
    this.rules = ChatRules.of(texts);
    this.behind = behind;
  }

  /**
   * What answers where no rule does.
   *
   * @param isText whether readers see a text of this name, {@code FAQ/C-28}
   * @param sure name of the text that is answered alone to a sentence
   */
  public record Behind(Predicate<String> isText, Function<String, Optional<String>> sure) {}

  /**
   * @param rule whose sentence it is; empty: the shipped ones that nobody may answer for sure
   * @param sentence empty: it is about the rule itself
   * @param words what is wrong
   */
  public record Failure(String rule, String sentence, String words) {}

  /**
   * What came out.
   *
   * @param sentences how many were tried
   * @param inTime whether all of them were; where not, nothing is proven
   */
  public record Result(List<Failure> failures, int rules, int sentences, boolean inTime) {}

  /**
   * @param late asked again and again: whether it takes too long
   */
  public static Result run(List<RuleText> texts, Behind behind, BooleanSupplier late) {
    List<Failure> unfit = unfit(texts, behind.isText());
    if (!unfit.isEmpty()) {
      return new Result(unfit, texts.size(), 0, true);
    }
    var trial = new RuleTrial(texts, behind);
    for (RuleText rule : texts) {
      if (late.getAsBoolean()) {
        return new Result(trial.failures, texts.size(), trial.sentences, false);
      }
      if (!rule.off()) {
        rule.must().forEach(it -> trial.must(rule, it));
        rule.mustNot().forEach(it -> trial.mustNot(rule, it));
      }
    }
    outOfScope().forEach(trial::outOfScope);
    return new Result(trial.failures, texts.size(), trial.sentences, true);
  }

  /** What no rule by itself can be tried with. */
  private static List<Failure> unfit(List<RuleText> texts, Predicate<String> isText) {
    List<RuleText> used = texts.stream().filter(it -> !it.off()).toList();
    if (used.isEmpty()) {
      return List.of(new Failure("", "", "使う規則が1つもありません。"));
    }
    var reached = used.stream().flatMap(it -> it.targets().stream()).collect(Collectors.toSet());
    return used.stream()
        .flatMap(rule ->
            Stream.concat(
                    RuleCheck.of(rule, texts, isText).stream().map(RuleFinding::words),
                    rule.patterns().isEmpty()
                            && !reached.contains(rule.name())
                            && !rule.name().startsWith("menu-")
                        ? Stream.of("型がなく、この規則へのボタンもありません。型を書くか、使わないなら止めてください。")
                        : Stream.empty())
                .map(words -> new Failure(rule.name(), "", words)))
        .toList();
  }

  private void must(RuleText rule, String sentence) {
    sentences++;
    Optional<ChatRule> by = rules.answering(sentence);
    if (by.isEmpty()) {
      failures.add(new Failure(rule.name(), sentence, "答えるはずですが、どの規則も答えません。"));
    } else if (!by.get().name().equals(rule.name())) {
      failures.add(new Failure(rule.name(), sentence, "答えるはずですが、" + called(by.get()) + "が先に答えます。"));
    }
  }

  private void mustNot(RuleText rule, String sentence) {
    sentences++;
    if (rules.answering(sentence).filter(it -> it.name().equals(rule.name())).isPresent()) {
      failures.add(new Failure(rule.name(), sentence, "答えてはいけない文に、この規則が答えます。"));
    }
  }

  private void outOfScope(String line) {
    sentences++;
    String[] parts = line.split(" > ", 2);
    Optional<ChatRule> by = rules.answering(parts[0]);
    if (by.isPresent()) {
      by.filter(it -> !List.of(parts).subList(1, parts.length).contains(it.name()))
          .ifPresent(it ->
              failures.add(
                  new Failure(it.name(), parts[0], "このシステムのことではない文に、" + called(it) + "が答えます。")));
    } else {
      behind
          .sure()
          .apply(parts[0])
          .ifPresent(it ->
              failures.add(
                  new Failure(
                      "",
                      parts[0],
                      "このシステムのことではない文に、文章「" + it + "」を、ただ1つの答えとして出します。文章の件名か言い方を直してください。")));
    }
  }

  private static String called(ChatRule rule) {
    return "「" + rule.label() + "」（" + rule.name() + "）";
  }

  private static List<String> outOfScope() {
    return ChatRules.file("out-of-scope.txt")
        .lines()
        .filter(it -> !it.isBlank() && !it.startsWith("#"))
        .toList();
  }
}
