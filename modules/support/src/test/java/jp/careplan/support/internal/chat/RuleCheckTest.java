package jp.careplan.support.internal.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps a rule from being kept is told at the field. */
class RuleCheckTest {
  private static final String GOOD =
      """
      [sample] 見本
      型: 見本のことば
      答え: 見本です。
      例: 見本のことばは
      ちがう: 別のことば
      """;

  private static List<RuleFinding> findings(String rule, String... others) {
    List<RuleText> all = Stream.of(others).flatMap(it -> RuleText.parse(it).stream()).toList();
    return RuleCheck.of(RuleText.parse(rule).getFirst(), all, it -> it.equals("FAQ/A-01"));
  }

  private static String fields(List<RuleFinding> findings) {
    return findings.stream().map(RuleFinding::field).distinct().collect(Collectors.joining(" "));
  }

  @Test
  void everyShippedRuleIsFit() {
    List<RuleText> all = ChatRules.shippedTexts();

    List<String> unfit =
        all.stream()
            .flatMap(it ->
                RuleCheck.of(it, all, any -> true).stream()
                    .map(found -> it.name() + " " + found.field() + " " + found.words()))
            .toList();

    assertEquals(List.of(), unfit);
  }

  @Test
  void aRuleIsTheSameAfterItWasWrittenAndRead() {
    List<RuleText> all = ChatRules.shippedTexts();

    assertEquals(all, RuleText.parse(RuleText.format(all)));
    var rule =
        RuleText.parse(GOOD + "答え: \n答え: [x] つぎの段落\n答え: 型: 偽の行\n止める: はい\n分類: C\n").getFirst();
    assertEquals("見本です。\n\n[x] つぎの段落\n型: 偽の行", rule.answer());
    assertEquals(List.of(rule), RuleText.parse(rule.format()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "patterns;型: 。|、",
        "patterns;型: 見本 + ",
        "patterns;型: の",
        "patterns;型: a|見本",
        "patterns;型: 見本＋言葉",
        "patterns;型: あい + うえ + おか + きく + けこ + さし + すせ",
        "source;源: FAQ/Z-99",
        "choices;選ぶ: どこへも > nowhere",
        "choices;選ぶ: 自分へ > sample",
        "choices;選ぶ: 先のない",
        "must;例: ？？？",
        "mustNot;ちがう: 山田さんの番号は 9970000011",
        "answer;答え: 電話は{電語}です。",
        "topic;分類: Z"
      })
  void whatDoesNotFitIsToldAtTheField(String field, String line) {
    assertEquals(field, fields(findings(GOOD + line + "\n")));
  }

  @Test
  void anUnknownPlaceholderIsToldWithItsLineAndAKnownOneIsKept() {
    var findings = findings(GOOD + "答え: 電話は{電話}です。\n答え: {時間}まで。`{x}`\n");

    assertEquals(1, findings.size());
    assertTrue(findings.getFirst().words().startsWith("3行めの「{時間}」は"), findings.toString());
  }

  @Test
  void aLineAndAnAnswerHaveAnEnd() {
    assertEquals("patterns", fields(findings(GOOD + "型: " + "長".repeat(301) + "\n")));
    assertEquals("patterns", fields(findings(GOOD + "型: 見本\n".repeat(21))));
    assertEquals("answer", fields(findings(GOOD + "答え: " + "長".repeat(2001) + "\n")));
    assertEquals("must", fields(findings(GOOD + "例: " + "長".repeat(201) + "\n")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[a](javascript:alert(1))",
        "[a](JaVaScRiPt&#58;alert(1))",
        "[a](data:text/html;base64,x)",
        "[a](//elsewhere.example/)",
        "[a](/\\\\elsewhere.example)",
        "![a](data:image/png;base64,x)",
        "[a](ftp://elsewhere.example/)",
        "[a](support/faq)",
        "[a][b] text 答え: "
      })
  void aLinkLeadsToTheWebToAMailOrIntoThisSite(String answer) {
    String rule = GOOD + "答え: " + answer + "\n";

    assertEquals(answer.contains("][b]") ? "" : "answer", fields(findings(rule)));
  }

  @Test
  void goodLinksAreKept() {
    String links =
        "[a](/support/faq) [b](https://example.jp/x?y=1) [c](mailto:a@example.jp) [d](/)";

    assertEquals(List.of(), findings(GOOD + "答え: " + links + "\n"));
  }

  @Test
  void aTreeHasAWayOut() {
    String round = "[round] まわる\n答え: どちらですか。\n選ぶ: もどる > sample\n";
    String leaf = "[leaf] 答える\n答え: ここです。\n";

    assertEquals("choices", fields(findings(GOOD + "選ぶ: まわる > round\n", round)));
    assertEquals("", fields(findings(GOOD + "選ぶ: まわる > round\n選ぶ: 答え > leaf\n", round, leaf)));
    assertEquals("", fields(findings(GOOD + "選ぶ: まわる > round\n選ぶ: 文章 > FAQ/A-01\n", round)));
  }

  @Test
  void aButtonToARuleThatIsSwitchedOffLeadsNowhere() {
    String off = "[leaf] 答える\n止める: はい\n答え: ここです。\n";

    assertEquals("choices", fields(findings(GOOD + "選ぶ: 答え > leaf\n", off)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"back", "unhelpful", "none", "A-b", "名前", "x", "a b", "../a", "a<b"})
  void aKeyIsPlain(String name) {
    assertTrue(fields(findings(GOOD.replace("sample", name))).contains("name"));
  }
}
