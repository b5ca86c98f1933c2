package jp.careplan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.careplan.app.house.AtOnce;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.PageClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A new release brings other words. The release of this build is the new one; the one before it is
 * written into the tables, as it would have left them.
 */
@ExtendWith(HouseKeeper.class)
class TextUpdateIT {
  private static final String FORMER = "前の版のシステムの文です。";
  private static final String UPDATES =
      "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'texts-updated'";
  private static final String OWN = "こちらで直した文です。";

  private final House house;

  TextUpdateIT(House house) {
    this.house = house;
  }

  private DeskClient editor() {
    return DeskClient.of(house.node(), "EDITOR", "");
  }

  private static String at(String name) {
    return "/desk/text?kind=FAQ&name=" + name;
  }

  /** As it is drawn now: what other nodes change is seen on kept pages a second later. */
  private HttpResponse<String> read(String path) {
    return new PageClient(house.node()).get(path + (path.contains("?") ? "&" : "?") + "drawn=now");
  }

  /** The release before shipped this question in other words, and readers saw them. */
  private void formerly(String name) {
    for (String table : List.of("support_text_shipped", "support_text_version", "support_text")) {
      house.update(
          "UPDATE " + table + " SET body = ? WHERE kind = 'FAQ' AND name = ?", FORMER, name);
    }
  }

  /** A node of this release starts, as far as the database can tell. */
  private void update() {
    house.update("DELETE FROM support_text_release");
    house.update("UPDATE support_revision SET counted = counted + 1");
    house.update("UPDATE support_chat_revision SET counted = counted + 1");
    assertEquals(200, read("/support/faq").statusCode());
  }

  /** The same, and its rules came in, which no request waits for. */
  private void updateWithRules() throws InterruptedException {
    update();
    await("SELECT COUNT(*) FROM support_text_release", 2);
  }

  private void await(String sql, long wanted) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (house.count(sql) != wanted) {
      assertTrue(Instant.now().isBefore(end), sql);
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private static HttpResponse<String> press(
      DeskClient by, String name, String button, int seen, Map<String, String> typed) {
    Map<String, String> fields = new HashMap<>(typed);
    fields.put("seen", String.valueOf(seen));
    fields.put("sure", "1");
    fields.put(button, "");
    return by.pages().form(at(name), "text").send(fields);
  }

  private static HttpResponse<String> answer(
      DeskClient by, String name, String button, int seen, int wording) {
    return by.pages()
        .form(at(name), "offer")
        .send(
            Map.of(
                "kind",
                "FAQ",
                "name",
                name,
                "seen",
                String.valueOf(seen),
                "wording",
                String.valueOf(wording),
                button,
                ""));
  }

  /** An editor published other words, above those that were shipped. */
  private void edited(DeskClient by, String name) {
    int newest = versions(name);
    Map<String, String> typed =
        new HashMap<>(Map.of("title", "直した件名", "body", OWN, "category", "K", "owner", "窓口"));
    List.of("keywords", "related", "from", "until", "review", "reason")
        .forEach(it -> typed.put(it, ""));
    assertEquals(303, press(by, name, "ask", newest, typed).statusCode());
    assertEquals(303, press(by, name, "publish", newest + 1, typed).statusCode());
  }

  private int versions(String name) {
    return (int)
        house.count("SELECT newest FROM support_text_head WHERE kind = 'FAQ' AND name = ?", name);
  }

  private String offered(DeskClient by) {
    return by.get("/desk/texts?offered=1").body();
  }

  /** Other tests meet the shipped words. */
  @AfterEach
  void leavesWhatIsShipped() throws InterruptedException {
    List<String> names = List.of("K-106", "K-107", "K-108", "K-109", "K-110");
    for (String table :
        List.of(
            "support_text_shipped", "support_text_version", "support_text_head", "support_text")) {
      names.forEach(
          name -> house.update("DELETE FROM " + table + " WHERE kind = 'FAQ' AND name = ?", name));
    }
    for (String table : List.of("support_chat_rule", "support_chat_rule_shipped")) {
      house.update("DELETE FROM " + table + " WHERE name IN ('thanks', 'sample-of-old')");
    }
    updateWithRules();
  }

  @Test
  void whatNobodyEditedTakesTheNewWordsOver() {
    formerly("K-106");
    update();

    assertFalse(read("/support/answer?name=K-106").body().contains(FORMER));
    String page = editor().get(at("K-106")).body();
    assertTrue(page.contains("新しい版の文章"), page);
    assertTrue(page.contains("✓ 公開中"), page);
    assertFalse(page.contains("更新の提案"), page);
    assertEquals(2, versions("K-106"));
    update();
    assertEquals(2, versions("K-106"));
  }

  @Test
  void whatWasEditedIsOfferedAndCanBeTaken() {
    DeskClient editor = editor();
    formerly("K-107");
    edited(editor, "K-107");
    update();

    String list = editor.get("/desk/texts").body();
    String page = editor.get(at("K-107")).body();
    assertTrue(list.contains("id=\"offers\""), list);
    assertTrue(offered(editor).contains("name=K-107\""));
    assertTrue(page.contains("id=\"offer-take\""), page);
    assertTrue(page.contains(FORMER), "what the release changed is not told");
    assertTrue(read("/support/answer?name=K-107").body().contains(OWN));
    assertEquals(303, answer(editor, "K-107", "take", 2, 2).statusCode());

    String taken = editor.get(at("K-107")).body();
    assertTrue(taken.contains("✎ 下書き"), taken);
    assertTrue(taken.contains("value=\"窓口\""), "who answers for it is lost");
    assertFalse(taken.contains("id=\"offer-take\""), taken);
    assertFalse(offered(editor).contains("name=K-107\""));
    assertTrue(read("/support/answer?name=K-107").body().contains(OWN));
  }

  @Test
  void whatWasDeclinedIsAskedAgainForNewerWordsAlone() {
    DeskClient editor = editor();
    formerly("K-108");
    edited(editor, "K-108");
    update();
    String stale = at("K-108");
    var form = editor.pages().form(stale, "offer");
    assertEquals(303, answer(editor, "K-108", "keep", 2, 2).statusCode());

    var twice =
        form.send(Map.of("kind", "FAQ", "name", "K-108", "seen", "2", "wording", "2", "take", ""));
    update();
    boolean again = offered(editor).contains("name=K-108\"");
    house.update(
        "UPDATE support_text_shipped SET body = ? WHERE name = 'K-108' AND number = 2", "その次の文。");
    update();

    assertEquals("SU-124", PageClient.problem(twice));
    assertFalse(again);
    assertTrue(offered(editor).contains("name=K-108\""));
    assertTrue(editor.get(stale).body().contains("その次の文。"));
    assertEquals(2, versions("K-108"));
  }

  @Test
  void whatIsNoLongerShippedIsToldAndStays() {
    DeskClient editor = editor();
    String name = "Z-" + UUID.randomUUID().toString().substring(0, 8);
    for (String table :
        List.of(
            "support_text_shipped", "support_text_version", "support_text_head", "support_text")) {
      copyOfK5(table, name);
    }
    update();

    assertTrue(offered(editor).contains("出荷版からなくなりました"), offered(editor));
    assertEquals(200, read("/support/answer?name=" + name).statusCode());
    assertEquals(303, answer(editor, name, "keep", 1, 1).statusCode());
    update();
    assertFalse(offered(editor).contains(name));
    assertEquals(200, read("/support/answer?name=" + name).statusCode());
    house.update("DELETE FROM support_text WHERE name = ?", name);
    house.update("UPDATE support_text_head SET state = 'ARCHIVED', live = 0 WHERE name = ?", name);
  }

  private void copyOfK5(String table, String name) {
    String columns =
        switch (table) {
          case "support_text_shipped" ->
              "number, topic, title, keywords, summary, body, published_on, came_at";
          case "support_text_version" ->
              "number, topic, title, keywords, summary, body, owner, related, saved_at, saved_by";
          case "support_text_head" ->
              "title, owner, state, newest, live, published, shipped, answered, offer, saved_at,"
                  + " saved_by, version";
          default -> "topic, title, keywords, summary, body, position, related, version";
        };
    house.update(
        "INSERT INTO %s (kind, name, %s) SELECT kind, '%s', %s FROM %s WHERE kind = 'FAQ' AND name"
                .formatted(table, columns, name, columns, table)
            + " = 'K-110'");
  }

  @Test
  void whatWasArchivedStaysAwayAndIsNotAskedAbout() {
    formerly("K-109");
    house.update("DELETE FROM support_text WHERE kind = 'FAQ' AND name = 'K-109'");
    house.update(
        "UPDATE support_text_head SET state = 'ARCHIVED', live = 0 WHERE kind = 'FAQ' AND name ="
            + " 'K-109'");
    update();

    assertEquals(404, read("/support/answer?name=K-109").statusCode());
    assertFalse(offered(editor()).contains("name=K-109\""));
  }

  @Test
  void ofManyNodesThatStartAtOnceOneBringsTheTexts() {
    formerly("K-106");
    house.update("DELETE FROM support_text_release");
    house.update("UPDATE support_revision SET counted = counted + 1");
    long before = house.count(UPDATES);
    Callable<HttpResponse<String>> look = () -> read("/support/faq");

    var answers = AtOnce.run(Stream.generate(() -> look).limit(6).toList());

    assertTrue(answers.stream().allMatch(it -> it.statusCode() == 200));
    assertEquals(2, versions("K-106"));
    assertEquals(before + 1, house.count(UPDATES));
  }

  private static String rule(String answer) {
    return "[thanks] お礼\n型: ありがとう\n答え: %s\n例: ありがとう\nちがう: 証明書\n".formatted(answer);
  }

  private String thanks() {
    return house.text("SELECT content FROM support_chat_rule WHERE name = 'thanks'");
  }

  /** The release before shipped this rule in other words. */
  private void formerRule() {
    house.update(
        "UPDATE support_chat_rule_shipped SET content = ? WHERE name = 'thanks'", rule(FORMER));
  }

  /** An editor changed it. */
  private void editedRule() {
    house.update(
        "UPDATE support_chat_rule SET content = ?, saved_by = 'somebody', number = 2 WHERE name ="
            + " 'thanks'",
        rule(OWN));
  }

  private static HttpResponse<String> answerRule(DeskClient by, String button, int wording) {
    return by.pages()
        .form("/desk/rule?name=thanks", "offer")
        .send(
            Map.of("name", "thanks", "seen", "2", "wording", String.valueOf(wording), button, ""));
  }

  @Test
  void aRuleThatNobodyEditedTakesTheNewWordsOverAndAnswers() throws InterruptedException {
    String shipped = thanks();
    String live = "SELECT content FROM support_chat_rules WHERE number = ";
    String number = house.text("SELECT live FROM support_chat_revision");
    String published = house.text(live + number);
    formerRule();
    house.update("UPDATE support_chat_rule SET content = ? WHERE name = 'thanks'", rule(FORMER));
    house.update(
        "UPDATE support_chat_rules SET content = ? WHERE number = " + number,
        String.join("\n", house.texts("SELECT content FROM support_chat_rule ORDER BY position")));

    updateWithRules();
    house.update("UPDATE support_chat_rules SET content = ? WHERE number = " + number, published);

    assertEquals(shipped, thanks());
    String newest = house.text("SELECT live FROM support_chat_revision");
    assertFalse(house.text(live + newest).contains(FORMER), "the new words do not answer");
    assertEquals(
        "release",
        house.text("SELECT published_by FROM support_chat_rules WHERE number = " + newest));
    assertFalse(editor().get("/desk/rules").body().contains("id=\"offers\""));
  }

  @Test
  void anEditedRuleIsOfferedAndWaitsForItsEditor() throws InterruptedException {
    DeskClient editor = editor();
    String shipped = thanks();
    formerRule();
    editedRule();
    updateWithRules();

    String list = editor.get("/desk/rules").body();
    String filtered = editor.get("/desk/rules?offered=1").body();
    String page = editor.get("/desk/rule?name=thanks").body();
    assertEquals(rule(OWN), thanks());
    assertTrue(list.contains("id=\"offers\""), list);
    assertTrue(filtered.contains("↻ 更新の提案") && filtered.contains("id=\"found\">1件"), filtered);
    assertTrue(page.contains("id=\"offer-take\"") && page.contains(FORMER), page);
    assertEquals(303, answerRule(editor, "take", 2).statusCode());

    assertEquals(shipped, thanks());
    page = editor.get("/desk/rule?name=thanks").body();
    assertFalse(page.contains("id=\"offer-take\""), page);
  }

  @Test
  void aDeclinedRuleIsAskedAboutAgainForNewerWordsAlone() throws InterruptedException {
    DeskClient editor = editor();
    formerRule();
    editedRule();
    updateWithRules();
    var form = editor.pages().form("/desk/rule?name=thanks", "offer");
    assertEquals(303, answerRule(editor, "keep", 2).statusCode());

    var twice = form.send(Map.of("name", "thanks", "seen", "2", "wording", "2", "take", ""));
    updateWithRules();
    boolean again = editor.get("/desk/rules").body().contains("id=\"offers\"");
    formerRule();
    updateWithRules();

    assertEquals("SU-124", PageClient.problem(twice));
    assertFalse(again);
    assertTrue(editor.get("/desk/rules").body().contains("id=\"offers\""));
    assertEquals(rule(OWN), thanks());
  }

  @Test
  void aRuleThatIsShippedNoLongerStaysAndOneThatWasTakenAwayStaysAway()
      throws InterruptedException {
    house.update(
        "INSERT INTO support_chat_rule (name, position, content, number, saved_at, saved_by,"
            + " version, shipped, answered, offer) VALUES ('sample-of-old', 999, '[sample-of-old]"
            + " 見本', 1, '2026-01-01', 'system', 1, 1, 1, 'NONE')");
    house.update("DELETE FROM support_chat_rule WHERE name = 'thanks'");
    formerRule();

    updateWithRules();

    String page = editor().get("/desk/rule?name=sample-of-old").body();
    assertTrue(page.contains("出荷版からなくなりました"), page);
    assertEquals(0, house.count("SELECT COUNT(*) FROM support_chat_rule WHERE name = 'thanks'"));
  }

  @Test
  void aHouseThatIsOlderThanTheOffersKnowsWhatWasShippedByItsFirstVersion()
      throws InterruptedException {
    editedRule();
    house.update("DELETE FROM support_chat_rule_shipped");
    house.update("UPDATE support_chat_rule SET shipped = 0, answered = 0");

    updateWithRules();

    assertEquals(rule(OWN), thanks());
    assertFalse(editor().get("/desk/rules").body().contains("id=\"offers\""));
    assertEquals(
        0, house.count("SELECT COUNT(*) FROM support_chat_rule WHERE saved_by = 'release'"));
  }
}
