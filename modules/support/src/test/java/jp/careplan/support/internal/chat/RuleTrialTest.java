package jp.careplan.support.internal.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** No set answers anybody that does not answer its own sentences. */
class RuleTrialTest {
  private static final RuleTrial.Behind NOTHING_SURE =
      new RuleTrial.Behind(any -> true, any -> Optional.empty());

  private static RuleText rule(String name, String pattern, String must, String mustNot) {
    return RuleText.parse(
            "[%s] 見出し%s\n型: %s\n答え: こたえ。\n例: %s\nちがう: %s\n"
                .formatted(name, name, pattern, must, mustNot))
        .getFirst();
  }

  private static RuleTrial.Result run(List<RuleText> rules) {
    return RuleTrial.run(rules, NOTHING_SURE, () -> false);
  }

  @Test
  void whatIsShippedPasses() {
    var result = run(ChatRules.shippedTexts());

    assertEquals(List.of(), result.failures());
    assertTrue(result.inTime());
    assertTrue(result.sentences() > 200, () -> result.sentences() + " sentences");
  }

  @Test
  void aRuleThatStandsBeforeAnotherTakesItsSentence() {
    var failures =
        run(List.of(
                rule("first", "パスワード", "パスワード", "証明書"),
                rule("second", "パスワード + 桁", "パスワードの桁", "証明書")))
            .failures();

    assertEquals(
        List.of(new RuleTrial.Failure("second", "パスワードの桁", "答えるはずですが、「見出しfirst」（first）が先に答えます。")),
        failures);
  }

  @Test
  void whatNobodyAnswersAndWhatMustNotBeAnsweredAreTold() {
    var failures = run(List.of(rule("one", "ことば", "ほかの文", "ことば"))).failures();

    assertEquals(2, failures.size());
    assertTrue(failures.getFirst().words().contains("どの規則も答えません"));
    assertTrue(failures.getLast().words().contains("答えてはいけない"));
  }

  @Test
  void whatIsOutOfScopeIsAnsweredByNoRuleButByARefusal() {
    var failures = run(List.of(rule("weather", "天気", "天気は", "証明書"))).failures();

    assertEquals("今日の天気は", failures.getFirst().sentence());
    assertEquals(1, failures.size());
  }

  @Test
  void whatIsOutOfScopeIsAnsweredByNoTextAlone() {
    var behind =
        new RuleTrial.Behind(
            any -> true, it -> Optional.of("FAQ/K-501").filter(any -> it.contains("天気")));

    var failures = RuleTrial.run(ChatRules.shippedTexts(), behind, () -> false).failures();

    assertEquals(1, failures.size());
    assertEquals("今日の天気は", failures.getFirst().sentence());
    assertTrue(failures.getFirst().words().contains("「FAQ/K-501」"));
  }

  @Test
  void aRuleThatIsOffIsNotTriedAndLeadsNowhere() {
    var off = rule("off", "ことば", "ほかの文", "ことば").switched(true);
    var menu = RuleText.parse("[menu-x] 選ぶ\n答え: どれですか。\n選ぶ: 止めたもの > off\n").getFirst();

    assertEquals(List.of(), run(List.of(off, rule("one", "証明書", "証明書", "別の文"))).failures());
    assertTrue(run(List.of(off, menu)).failures().getFirst().words().contains("先「off」がありません"));
    assertFalse(run(List.of(off)).failures().isEmpty());
  }

  @Test
  void whatNoSentenceAndNoButtonReachesIsTold() {
    var loose = RuleText.parse("[loose] 届かない\n答え: ここです。\n").getFirst();

    assertTrue(
        run(List.of(loose, rule("one", "証明書", "証明書", "別の文")))
            .failures()
            .getFirst()
            .words()
            .contains("ボタンもありません"));
  }

  @Test
  void theRunEndsWhenItTakesTooLong() {
    assertFalse(RuleTrial.run(ChatRules.shippedTexts(), NOTHING_SURE, () -> true).inTime());
  }

  @Test
  void eachSentenceOfTheLargestSetIsTriedOnce() {
    List<RuleText> many = new ArrayList<>(ChatRules.shippedTexts());
    IntStream.range(many.size(), RuleCheck.MOST_RULES)
        .mapToObj(it -> "合言葉" + (1_000 + it))
        .map(it ->
            RuleText.parse(
                    "[r%s] 見出し\n%s答え: こたえ。\n%sちがう: 別の文\n"
                        .formatted(
                            it.substring(3),
                            ("型: " + it + "|言葉|ことば + かなり|とても\n")
                                .repeat(5)
                                .replace("言葉|ことば", it + "|" + it),
                            ("例: " + it + "とても\n").repeat(5)))
                .getFirst())
        .forEach(many::add);
    var asked = new AtomicInteger();

    var result = RuleTrial.run(many, NOTHING_SURE, () -> asked.incrementAndGet() < 0);

    long written =
        many.stream()
            .filter(it -> !it.off())
            .mapToInt(it -> it.must().size() + it.mustNot().size())
            .sum();
    long others =
        ChatRules.file("out-of-scope.txt")
            .lines()
            .filter(it -> !it.isBlank() && !it.startsWith("#"))
            .count();
    assertTrue(result.inTime());
    assertEquals(written + others, result.sentences());
    assertEquals(many.size(), asked.get()); // so it ends in time whatever a sentence takes
  }
}
