package jp.careplan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import jp.careplan.app.house.AtOnce;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.Node;
import jp.careplan.app.house.PageClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The chat's rules at the desk without a browser, on the real database. */
@ExtendWith(HouseKeeper.class)
class RulesIT {
  private static final String EVIL = "<script>alert(1)</script>";

  private final House house;
  private final String key = key();

  RulesIT(House house) {
    this.house = house;
  }

  /** Letters alone: long numbers would be masked where they are said. */
  private static String key() {
    return "x"
        + UUID.randomUUID()
            .toString()
            .replace("-", "")
            .substring(0, 12)
            .chars()
            .mapToObj(it -> String.valueOf((char) (it < 'a' ? it - '0' + 'k' : it)))
            .collect(Collectors.joining());
  }

  /** Other tests talk with the same chat. */
  @AfterEach
  void takeAway() {
    if (house.count("SELECT COUNT(*) FROM support_chat_rule WHERE name = ?", key) > 0) {
      house.update("DELETE FROM support_chat_rule WHERE name = ?", key);
      house.update("UPDATE support_chat_revision SET counted = counted + 1");
    }
  }

  private DeskClient editor() {
    return DeskClient.of(house.node(), "EDITOR", "");
  }

  /** A rule that stands before all others and fits its key alone. */
  private Map<String, String> rule(String answer) {
    var fields =
        new HashMap<>(
            Map.of(
                "key",
                key,
                "label",
                "見本の規則",
                "before",
                "medicine",
                "patterns",
                "合言葉" + key,
                "answer",
                answer,
                "must",
                "合言葉" + key + "とは",
                "mustNot",
                "ほかの文"));
    List.of("topic", "without", "source", "choices", "sentence").forEach(it -> fields.put(it, ""));
    return fields;
  }

  private static HttpResponse<String> press(
      DeskClient by, String path, String button, int seen, Map<String, String> typed) {
    Map<String, String> fields = new HashMap<>(typed);
    fields.put("seen", String.valueOf(seen));
    fields.put(button, "");
    return by.pages().form(path, "rule").send(fields);
  }

  private String at() {
    return "/desk/rule?name=" + key;
  }

  private static void done(HttpResponse<String> answer) {
    assertEquals(303, answer.statusCode(), answer.body());
  }

  private HttpResponse<String> publish(DeskClient by) {
    String seen =
        by.get("/desk/rules")
            .body()
            .replaceFirst("(?s).*id=\"seen\"[^>]* value=\"([0-9]+)\".*", "$1");
    return by.pages().form("/desk/rules", "publish").send(Map.of("seen", seen, "note", "見本のメモ"));
  }

  private HttpResponse<String> rollBack(DeskClient by, long number) {
    return by.pages()
        .form("/desk/rule-version?number=" + number, "roll-back")
        .send(
            Map.of(
                "number",
                String.valueOf(number),
                "live",
                String.valueOf(live()),
                "note",
                "",
                "sure",
                "1"));
  }

  private long live() {
    return house.count("SELECT live FROM support_chat_revision");
  }

  private String said(String sentence) {
    return new Talk(house.node()).say(sentence);
  }

  /** Somebody at the portal. */
  private static final class Talk {
    private final PageClient pages;

    Talk(Node node) {
      pages = new PageClient(node);
    }

    String say(String sentence) {
      return send("say", sentence);
    }

    String press(String button) {
      return send("press", button);
    }

    private String send(String field, String value) {
      pages.plain("/support/chat", Map.of(field, value));
      return pages.get("/support/chat").body();
    }
  }

  private static boolean within(BooleanSupplier what) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (Instant.now().isBefore(end)) {
      if (what.getAsBoolean()) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(300);
    }
    return false;
  }

  @Test
  void theShippedRulesCameInOnceAndAreTheFirstVersion() {
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM support_chat_rules WHERE number = 1 AND published_by = 'system'"
                + " AND rules >= 60"));
    assertTrue(editor().get("/desk/rule-version?number=1").body().contains("はじめの規則"));
  }

  @Test
  void whatIsSavedAnswersWhenItIsPublishedAndNoLongerAfterTheWayBack() throws InterruptedException {
    DeskClient editor = editor();
    long before = live();
    done(press(editor, "/desk/rule", "save", 0, rule("**あたらしい**答えです。")));
    assertFalse(said("合言葉" + key + "とは").contains("<strong>あたらしい</strong>答えです。"));

    String published = publish(editor).body();

    assertTrue(published.contains("版を公開しました"), published);
    assertTrue(within(() -> said("合言葉" + key + "とは").contains("<strong>あたらしい</strong>答えです。")));
    assertEquals(before + 1, live());
    assertEquals(
        "見本のメモ", house.text("SELECT note FROM support_chat_rules WHERE number = " + live()));
    done(rollBack(editor, before));
    assertTrue(within(() -> !said("合言葉" + key + "とは").contains("あたらしい")));
    assertEquals(1, house.count("SELECT COUNT(*) FROM support_chat_rule WHERE name = ?", key));
    assertEquals(
        3,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE actor = ? AND action LIKE 'rule%'",
            editor.id()));
    assertEquals(
        0,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE actor = ? AND (subject LIKE '%見本%' OR"
                + " reason <> '')",
            editor.id()));
  }

  @Test
  void eachNodeTakesWhatWasPublishedOrSavedOnAnother() throws Exception {
    DeskClient editor = editor();
    String word = EditingIT.word();
    try (var other = Node.start(house.node().copyOfHome(), house.database())) {
      assertFalse(new Talk(other).say("合言葉" + key).contains("どこでもの答え"));
      done(press(editor, "/desk/rule", "save", 0, rule("どこでもの答え。")));

      publish(editor);

      assertTrue(within(() -> new Talk(other).say("合言葉" + key).contains("どこでもの答え")));
      done(rollBack(editor, live() - 1));
      assertTrue(within(() -> !new Talk(other).say("合言葉" + key).contains("どこでもの答え")));
      String name = EditingIT.publish(editor, EditingIT.question(word + "はどこ", "ここです。"));
      assertTrue(within(() -> isFound(other, word, name)));
      assertTrue(within(() -> isFound(house.node(), word, name)));

      String alike = EditingIT.word();
      UnmetIT.saveSynonyms(editor, word, alike);

      assertTrue(within(() -> isFound(other, alike, name)));
    }
  }

  private static boolean isFound(Node node, String word, String name) {
    return new PageClient(node)
        .get("/support/search?q=" + word)
        .body()
        .contains("/support/answer?name=" + name + "\"");
  }

  @Test
  void whatFailsItsSentencesIsNotPublished() {
    DeskClient editor = editor();
    Map<String, String> typed = rule("答えです。");
    typed.put("must", "パスワードを忘れました\n合言葉" + key);
    typed.put("mustNot", "今日の合言葉" + key);
    done(press(editor, "/desk/rule", "save", 0, typed));
    long before = live();

    String refused = publish(editor).body();

    assertEquals(before, live());
    assertTrue(refused.contains("公開していません。2件の失敗があります"), refused);
    assertTrue(refused.contains("「パスワードを忘れた」（password-forgotten）が先に答えます"), refused);
    assertTrue(refused.contains("答えてはいけない文に、この規則が答えます"));
    assertTrue(refused.contains("href=\"/desk/rule?name=" + key + "\""));
  }

  @Test
  void theOperatorsValuesStandInAnAnswer() throws InterruptedException {
    DeskClient editor = editor();
    Map<String, String> typed = rule("電話は{電話}です。");
    String looked = press(editor, "/desk/rule", "look", 0, typed).body();
    done(press(editor, "/desk/rule", "save", 0, typed));

    publish(editor);

    assertTrue(looked.contains("電話は099-000-0000です。"), looked);
    assertTrue(within(() -> said("合言葉" + key).contains("電話は099-000-0000です。")));
  }

  @Test
  void noTextIsTheOnlyAnswerToWhatIsOutOfScope() throws InterruptedException {
    DeskClient editor = editor();
    Map<String, String> text = EditingIT.question("粗大ごみの出し方", "粗大ごみの出し方です。");
    String name = EditingIT.publish(editor, text);
    done(press(editor, "/desk/rule", "save", 0, rule("答えです。")));
    long before = live();
    try {
      assertTrue(within(() -> isFound(house.node(), "粗大ごみの出し方", name)));

      String refused = publish(editor).body();

      assertEquals(before, live());
      assertTrue(refused.contains("文章「FAQ/" + name + "」を、ただ1つの答えとして出します"), refused);
    } finally {
      text.put("reason", "テストが終わったため");
      EditingIT.archive(editor, name, text);
    }
  }

  @Test
  void whoPublishesSawTheNewestOfAll() {
    DeskClient editor = editor();
    done(press(editor, "/desk/rule", "save", 0, rule("答えです。")));

    var refused =
        editor.pages().form("/desk/rules", "publish").send(Map.of("seen", "0", "note", ""));

    assertEquals("SU-142", PageClient.problem(refused));
  }

  @Test
  void aSentenceIsTriedInBothSetsAndSaysWhy() {
    DeskClient editor = editor();
    Map<String, String> typed = rule("ためした答えです。");
    typed.put("sentence", "合言葉" + key + "の料金はいくらですか");

    String unsaved = press(editor, "/desk/rule", "try-go", 0, typed).body();
    String neither =
        editor
            .pages()
            .form("/desk/rules", "try")
            .send(Map.of("sentence", "パスワードを忘れました", "q", EVIL, "topic", EVIL))
            .body();

    assertTrue(unsaved.contains("ためした答えです。</p>"), unsaved);
    assertTrue(unsaved.contains("合った型: 合言葉" + key), unsaved);
    assertTrue(unsaved.contains("後に控える規則: "), unsaved);
    assertTrue(unsaved.contains("id=\"candidates\""), unsaved);
    assertEquals(3, neither.split("name=password-forgotten\"", -1).length, neither);
    assertFalse(neither.contains(EVIL), neither);
    assertTrue(neither.contains("id=\"no-rules\""), neither);
    assertEquals(0, house.count("SELECT COUNT(*) FROM support_chat_rule WHERE name = ?", key));
  }

  @Test
  void theSecondOfTwoEditorsLosesNothing() {
    DeskClient first = editor();
    DeskClient second = editor();
    done(press(first, "/desk/rule", "save", 0, rule("もとの答え。")));
    done(press(first, at(), "save", 1, rule("ひとりめの答え。")));

    var refused = press(second, at(), "save", 1, rule("ふたりめの答え。"));

    assertEquals("SU-121", PageClient.problem(refused));
    assertTrue(refused.body().contains(">ふたりめの答え。</textarea>"), refused.body());
    assertTrue(refused.body().contains("id=\"clash\""));
    assertTrue(refused.body().contains("ひとりめの答え。"));
    done(press(second, at(), "save", 2, rule("ふたりめの答え。")));
  }

  @Test
  void ofManyWhoSaveAtOnceOneDoes() {
    done(press(editor(), "/desk/rule", "save", 0, rule("もとの答え。")));
    List<Callable<HttpResponse<String>>> saves = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      DeskClient one = editor();
      Map<String, String> mine = rule(i + "番めの答え。");
      saves.add(() -> press(one, at(), "save", 1, mine));
    }

    var answers = AtOnce.run(saves);

    assertEquals(1, answers.stream().filter(it -> it.statusCode() == 303).count());
    assertEquals(2, answers.stream().filter(it -> PageClient.problem(it).equals("SU-121")).count());
  }

  @Test
  void whatAnotherTookAwayCanBeSavedAgain() {
    DeskClient first = editor();
    DeskClient second = editor();
    done(press(first, "/desk/rule", "save", 0, rule("もとの答え。")));
    var open = second.pages().form(at(), "rule");
    Map<String, String> sure = new HashMap<>(rule(""));
    assertEquals("SU-141", PageClient.problem(press(first, at(), "remove", 1, sure)));
    sure.put("sure", "1");
    done(press(first, at(), "remove", 1, sure));
    Map<String, String> typed = new HashMap<>(rule("のこる答え。"));
    typed.put("seen", "1");
    typed.put("name", key);
    typed.put("save", "");

    var saved = open.send(typed);

    done(saved);
    assertTrue(editor().get(at()).body().contains(">のこる答え。</textarea>"));
  }

  @Test
  void aRuleThatIsOffAnswersNothingAfterThePublication() throws InterruptedException {
    DeskClient editor = editor();
    done(press(editor, "/desk/rule", "save", 0, rule("とまる答え。")));
    publish(editor);
    assertTrue(within(() -> said("合言葉" + key).contains("とまる答え。")));

    done(press(editor, at(), "turn", 1, rule("とまる答え。")));
    String list = editor.get("/desk/rules?off=1&q=" + key).body();
    publish(editor);

    assertTrue(list.contains("– 止めた（変更あり）"), list);
    assertTrue(within(() -> !said("合言葉" + key).contains("とまる答え。")));
  }

  @Test
  void givingUpIsCountedByRuleAndDayWithoutWords() throws InterruptedException {
    DeskClient editor = editor();
    Map<String, String> typed = rule("たすけにならない答え。");
    typed.put("source", "FAQ/A-01");
    done(press(editor, "/desk/rule", "save", 0, typed));
    publish(editor);
    assertTrue(within(() -> said("合言葉" + key).contains("たすけにならない答え。")));
    Talk helped = new Talk(house.node());
    helped.say("合言葉" + key);
    Talk unhelped = new Talk(house.node());
    unhelped.say("合言葉" + key);
    unhelped.press("unhelpful");
    unhelped.press("person");

    Talk person = new Talk(house.node());
    person.say("合言葉" + key);
    person.press("person");

    String counted = "SELECT COUNT(*) FROM support_chat_usage WHERE name = ? AND answered >= 4 AND";
    assertTrue(within(() -> house.count(counted + " unhelpful = 1 AND person = 1", key) == 1));
    String list = editor.get("/desk/rules?q=" + key).body();
    assertTrue(list.contains("解決せず2回"), list);
    assertTrue(list.contains("人へ1、どれでもない0、解決しない1"), list);
    String worst = editor.get("/desk/rules?order=given-up").body();
    assertTrue(worst.indexOf("name=" + key + "\"") < worst.indexOf("name=medicine\""), worst);
  }

  @Test
  void aVersionThatCannotBeReadLeavesTheLastGoodOne() throws InterruptedException {
    long number = live() + 1;
    house.update(
        "INSERT INTO support_chat_rules VALUES (?, '[] nothing', 1, '', 0, '2026-01-01', 'x')",
        number);
    house.update("UPDATE support_chat_revision SET live = ?", number);
    try {
      TimeUnit.SECONDS.sleep(3);

      assertTrue(said("パスワードを忘れました").contains("手元にあるものを選んでください"));
      assertEquals(200, editor().get("/desk/rules").statusCode());
    } finally {
      house.update("UPDATE support_chat_revision SET live = ?", number - 1);
      house.update("DELETE FROM support_chat_rules WHERE number = ?", number);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "key, 'no key', key-error, 鍵は",
    "key, medicine, key-error, もうあります",
    "label, '', label-error, 見出しを書いて",
    "patterns, 'の', patterns-error, ほとんどの文に",
    "choices, 'どこへ > nowhere', choices-error, 先「nowhere」がありません",
    "must, '', must-error, 1つは書いて",
    "answer, '[x](javascript:alert(1))', answer-error, リンク",
    "answer, '電話は{電語}です。', answer-error, 1行めの「",
    "source, FAQ/none, source-error, 公開されていません"
  })
  void whatDoesNotFitIsToldAtItsFieldAndStaysTyped(
      String field, String value, String at, String told) {
    Map<String, String> typed = rule("のこる答え。");
    typed.put(field, value);
    typed.put("without", "のこることば");

    var refused = press(editor(), "/desk/rule", "save", 0, typed);

    assertEquals("SU-141", PageClient.problem(refused));
    assertTrue(
        refused.body().matches("(?s).*id=\"" + at + "\">[^<]*" + told + ".*"), refused.body());
    assertTrue(refused.body().contains("のこることば"));
  }

  @Test
  void nothingTypedIsObeyedAsAScript() throws InterruptedException {
    DeskClient editor = editor();
    Map<String, String> typed =
        rule(
            EVIL
                + "\n\n<img src=x onerror=alert(4)> [four](/support \"\\\" onmouseover=alert(5)\")");
    typed.put("label", EVIL);
    typed.put("patterns", "合言葉" + key + "\n" + EVIL + "合言葉");
    typed.put("without", EVIL);
    typed.put("choices", EVIL + " > medicine");
    typed.put("must", "合言葉" + key + "\n合言葉" + key + "<b onclick=alert(6)>");
    typed.put("mustNot", EVIL);
    typed.put("sentence", EVIL + "合言葉" + key);
    String looked = press(editor, "/desk/rule", "look", 0, typed).body();
    String tried = press(editor, "/desk/rule", "try-go", 0, typed).body();
    Map<String, String> keyed = new HashMap<>(typed);
    keyed.put("key", EVIL);
    String refused = press(editor, "/desk/rule", "save", 0, keyed).body();
    done(press(editor, "/desk/rule", "save", 0, typed));
    String note = publishWith(editor, EVIL);
    assertTrue(within(() -> said("合言葉" + key).contains("&lt;img src=x")));

    for (String page :
        List.of(
            looked,
            tried,
            refused,
            note,
            said("合言葉" + key),
            editor.get(at()).body(),
            editor.get("/desk/rule?copy=" + key).body(),
            editor.get("/desk/rules?q=" + key).body(),
            editor.get("/desk/rule-version?number=" + live()).body())) {
      assertTrue(page.contains("</html>"), page);
      assertFalse(page.contains(EVIL), page);
      assertFalse(page.contains("<img src=x"), page);
      assertFalse(page.contains("<b onclick"), page);
      assertFalse(page.matches("(?s).*<a [^>]*\" onmouseover=.*"), page);
    }
    done(rollBack(editor, live() - 1));
  }

  private String publishWith(DeskClient by, String note) {
    String seen =
        by.get("/desk/rules")
            .body()
            .replaceFirst("(?s).*id=\"seen\"[^>]* value=\"([0-9]+)\".*", "$1");
    String page =
        by.pages().form("/desk/rules", "publish").send(Map.of("seen", seen, "note", note)).body();
    assertTrue(page.contains("版を公開しました"), page);
    return page;
  }

  @Test
  void anUnmetQuestionBeginsARule() {
    house.update(
        "INSERT INTO support_unmet (id, source, words, about, counted, state, first_at, last_at,"
            + " version) VALUES (?, 'CHAT', '〇〇さんの見本はどこ', '', 1, 'OPEN', '2026-01-01',"
            + " '2026-01-01', 1)",
        key);
    try {
      assertTrue(editor().get("/desk/rule?unmet=" + key).body().contains(">〇〇さんの見本はどこ</textarea>"));
    } finally {
      house.update("DELETE FROM support_unmet WHERE id = ?", key);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/desk/rules",
        "/desk/rule",
        "/desk/rule?name=medicine",
        "/desk/rule-version?number=1"
      })
  void editorsOfTheWholeCountryAlone(String path) {
    assertEquals(200, editor().get(path).statusCode());
    assertEquals(
        "AP-255",
        PageClient.problem(DeskClient.of(house.node(), "OPERATOR,AUDITOR", "").get(path)));
    assertEquals(
        "AP-256", PageClient.problem(DeskClient.of(house.node(), "EDITOR", "13").get(path)));
    assertEquals(404, editor().get("/desk/panel/rule-tried").statusCode());
    assertEquals(404, editor().get("/desk/rule?name=none-of-these").statusCode());
  }
}
