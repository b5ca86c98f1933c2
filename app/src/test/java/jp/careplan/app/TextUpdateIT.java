package jp.careplan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
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
    assertEquals(200, read("/support/faq").statusCode());
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
  void leavesWhatIsShipped() {
    List<String> names = List.of("K-106", "K-107", "K-108", "K-109", "K-110");
    for (String table :
        List.of(
            "support_text_shipped", "support_text_version", "support_text_head", "support_text")) {
      names.forEach(
          name -> house.update("DELETE FROM " + table + " WHERE kind = 'FAQ' AND name = ?", name));
    }
    update();
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
    Callable<HttpResponse<String>> look = () -> read("/support/faq");

    var answers = AtOnce.run(Stream.generate(() -> look).limit(6).toList());

    assertTrue(answers.stream().allMatch(it -> it.statusCode() == 200));
    assertEquals(2, versions("K-106"));
    assertEquals(1, house.count("SELECT COUNT(*) FROM support_text_release"));
  }
}
