package jp.careplan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import jp.careplan.app.house.AtOnce;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.PageClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The portal's texts at the desk without a browser, on the real database. */
@ExtendWith(HouseKeeper.class)
class EditingIT {
  private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
  private static final String ANSWER = "/support/answer?name=";

  private final House house;

  EditingIT(House house) {
    this.house = house;
  }

  private DeskClient editor() {
    return DeskClient.of(house.node(), "EDITOR", "");
  }

  /** A word that no other text has. */
  static String word() {
    return "見本" + UUID.randomUUID().toString().substring(0, 8);
  }

  static Map<String, String> question(String title, String body) {
    var fields = new HashMap<>(Map.of("title", title, "body", body, "category", "K"));
    List.of("keywords", "summary", "related", "from", "until", "owner", "review", "reason")
        .forEach(it -> fields.put(it, ""));
    return fields;
  }

  private static Map<String, String> news(String mark, String title) {
    Map<String, String> fields = question(title, "お知らせの本文です。");
    fields.remove("category");
    fields.put("mark", mark);
    fields.put("published", "2026-06-01");
    return fields;
  }

  private static HttpResponse<String> press(
      DeskClient by, String path, String button, int seen, Map<String, String> typed) {
    Map<String, String> fields = new HashMap<>(typed);
    fields.put("seen", String.valueOf(seen));
    fields.put("sure", "1");
    fields.put(button, "");
    return by.pages().form(path, "text").send(fields);
  }

  private static String begin(DeskClient by, String kind, Map<String, String> typed) {
    var saved = press(by, "/desk/text?kind=" + kind, "save", 0, typed);
    assertEquals(303, saved.statusCode(), saved.body());
    String location = saved.headers().firstValue("Location").orElseThrow();
    return URLDecoder.decode(
        location.replaceFirst(".*[?&]name=([^&]*).*", "$1"), StandardCharsets.UTF_8);
  }

  private static String at(String kind, String name) {
    return "/desk/text?kind=" + kind + "&name=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
  }

  private static void done(HttpResponse<String> answer) {
    assertEquals(303, answer.statusCode(), answer.body());
  }

  static String publish(DeskClient by, Map<String, String> typed) {
    String name = begin(by, "FAQ", typed);
    done(press(by, at("FAQ", name), "ask", 1, typed));
    done(press(by, at("FAQ", name), "publish", 1, typed));
    return name;
  }

  static void archive(DeskClient by, String name, Map<String, String> typed) {
    done(press(by, at("FAQ", name), "archive", 1, typed));
  }

  private HttpResponse<String> read(String path) {
    return new PageClient(house.node()).get(path);
  }

  private boolean isFound(String word) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    do {
      if (read("/support/search?q=" + word).body().contains("<mark>")) {
        return true;
      }
      TimeUnit.MILLISECONDS.sleep(500);
    } while (Instant.now().isBefore(end));
    return false;
  }

  @Test
  void whatIsPublishedIsReadAndFoundAndWhatIsArchivedIsNot() throws InterruptedException {
    DeskClient editor = editor();
    String word = word();
    Map<String, String> typed = question(word + "はどこですか", "ここです。");
    String name = begin(editor, "FAQ", typed);
    assertEquals(404, read(ANSWER + name).statusCode());

    done(press(editor, at("FAQ", name), "ask", 1, typed));
    done(press(editor, at("FAQ", name), "publish", 1, typed));

    assertTrue(read(ANSWER + name).body().contains(word));
    assertTrue(isFound(word));
    typed.put("reason", "テストが終わったため");
    done(press(editor, at("FAQ", name), "archive", 1, typed));
    assertEquals(404, read(ANSWER + name).statusCode());
    assertEquals(
        4,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE actor = ? AND action LIKE 'text-%'",
            editor.id()));
  }

  @Test
  void aDraftLeavesWhatReadersSee() {
    DeskClient editor = editor();
    Map<String, String> typed = question(word() + "とは", "はじめの答え。");
    String name = publish(editor, typed);
    typed.put("body", "つぎの答え。");

    done(press(editor, at("FAQ", name), "save", 1, typed));

    assertTrue(read(ANSWER + name).body().contains("はじめの答え。"));
    assertTrue(editor.get(at("FAQ", name)).body().contains("つぎの答え。"));
  }

  @Test
  void aPageThatIsHandedOutAgainIsTheNewOneOnceItsTextIsPublished() {
    DeskClient editor = editor();
    Map<String, String> typed = question(word() + "とは", "はじめの答え。");
    String name = publish(editor, typed);
    String kept = read(ANSWER + name).headers().firstValue("ETag").orElseThrow();
    assertEquals(kept, read(ANSWER + name).headers().firstValue("ETag").orElseThrow());

    typed.put("body", "つぎの答え。");
    done(press(editor, at("FAQ", name), "save", 1, typed));
    done(press(editor, at("FAQ", name), "ask", 2, typed));
    done(press(editor, at("FAQ", name), "publish", 2, typed));

    var now = read(ANSWER + name);
    assertTrue(now.body().contains("つぎの答え。"), now.body());
    assertNotEquals(kept, now.headers().firstValue("ETag").orElseThrow());
  }

  @Test
  void whatIsImportantIsPublishedByAnother() {
    DeskClient writer = editor();
    String title = word() + "のお知らせ";
    Map<String, String> typed = news("重要", title);
    String name = begin(writer, "NEWS", typed);
    done(press(writer, at("NEWS", name), "ask", 1, typed));

    var own = press(writer, at("NEWS", name), "publish", 1, typed);
    boolean seenBefore = read("/support/news").body().contains(title);
    done(press(editor(), at("NEWS", name), "publish", 1, typed));

    assertEquals("SU-123", PageClient.problem(own));
    assertFalse(seenBefore);
    assertTrue(read("/support/news").body().contains(title));
  }

  @Test
  void whatWasImportantTakesTwoToBecomeLess() {
    DeskClient writer = editor();
    Map<String, String> typed = news("重要", word());
    String name = begin(writer, "NEWS", typed);
    done(press(writer, at("NEWS", name), "ask", 1, typed));
    done(press(editor(), at("NEWS", name), "publish", 1, typed));
    typed.put("mark", "NEWS");
    done(press(writer, at("NEWS", name), "ask", 1, typed));

    assertEquals(
        "SU-123", PageClient.problem(press(writer, at("NEWS", name), "publish", 2, typed)));
  }

  @Test
  void aSmallSaveByAnotherDoesNotLetTheWriterPublish() {
    DeskClient writer = editor();
    DeskClient second = editor();
    Map<String, String> typed = news("重要", word());
    String name = begin(writer, "NEWS", typed);
    typed.put("owner", "窓口");
    done(press(second, at("NEWS", name), "ask", 1, typed));

    var byWriter = press(writer, at("NEWS", name), "publish", 2, typed);
    var bySecond = press(second, at("NEWS", name), "publish", 2, typed);
    done(press(editor(), at("NEWS", name), "publish", 2, typed));
    typed.put("owner", "");
    done(press(second, at("NEWS", name), "ask", 2, typed));
    done(press(writer, at("NEWS", name), "publish", 3, typed)); // wrote nothing since

    assertEquals("SU-123", PageClient.problem(byWriter));
    assertEquals("SU-123", PageClient.problem(bySecond));
  }

  private static Map<String, String> page(String title, String summary, String body) {
    Map<String, String> fields = question(title, body);
    List.of("category", "from", "until", "reason").forEach(fields::remove);
    fields.put("summary", summary);
    return fields;
  }

  private int newest(String kind, String name) {
    return (int)
        house.count("SELECT newest FROM support_text_head WHERE kind = ? AND name = ?", kind, name);
  }

  @Test
  void aPageTakesTwoAndNeverLeavesItsAddress() {
    DeskClient writer = editor();
    String word = word();
    int shipped = newest("PAGE", "accessibility");
    Map<String, String> typed = page("アクセシビリティ", "", "{運営者}の" + word + "です。");
    done(press(writer, at("PAGE", "accessibility"), "ask", shipped, typed));

    var own = press(writer, at("PAGE", "accessibility"), "publish", shipped + 1, typed);
    done(press(editor(), at("PAGE", "accessibility"), "publish", shipped + 1, typed));
    Map<String, String> end = new HashMap<>(typed);
    end.putAll(Map.of("reason", "なくしたい", "until", "2026-01-01"));
    press(editor(), at("PAGE", "accessibility"), "archive", shipped + 1, end);

    assertEquals("SU-123", PageClient.problem(own));
    String shown = read("/support/accessibility").body();
    assertTrue(shown.contains(word), shown);
    assertTrue(shown.contains("id=\"tested\""), "what the build looks at is no editor's");
    assertFalse(shown.contains("{運営者}"));
    assertEquals(
        "SU-101", PageClient.problem(editor().get("/desk/text?kind=PAGE"))); // none is begun
    assertFalse(editor().get("/desk/texts").body().contains("href=\"/desk/text?kind=PAGE\""));
    shippedAgain("accessibility");
  }

  /** Other tests meet the shipped words. */
  private void shippedAgain(String name) {
    for (String table : List.of("_shipped", "_version", "_head", "")) {
      house.update("DELETE FROM support_text" + table + " WHERE kind = 'PAGE' AND name = ?", name);
    }
    house.update("DELETE FROM support_text_release");
    house.update("UPDATE support_revision SET counted = counted + 1");
  }

  @Test
  void aPageIsFoundAndSaysWhatSettingsSay() throws InterruptedException {
    assertTrue(isFound("%E3%82%AF%E3%83%83%E3%82%AD%E3%83%BC&kind=PAGE"));

    assertTrue(
        read("/support/search?q=%E3%82%AF%E3%83%83%E3%82%AD%E3%83%BC&kind=PAGE")
            .body()
            .contains("href=\"/support/privacy\""));
    String privacy = read("/support/privacy").body();
    assertTrue(privacy.contains("<li>写真: 90日</li>"), privacy);
    assertFalse(privacy.contains("{"), privacy);
    assertFalse(read("/support/fees").body().contains("{料金}"));
  }

  @Test
  void theSecondOfTwoEditorsLosesNothing() {
    DeskClient first = editor();
    DeskClient second = editor();
    Map<String, String> typed = question(word(), "もとの答え。");
    String name = begin(first, "FAQ", typed);
    typed.put("body", "ひとりめの答え。");
    done(press(first, at("FAQ", name), "save", 1, typed));
    typed.put("body", "ふたりめの答え。");

    var refused = press(second, at("FAQ", name), "save", 1, typed);

    assertEquals("SU-121", PageClient.problem(refused));
    assertTrue(refused.body().contains(">ふたりめの答え。</textarea>"), refused.body());
    assertTrue(refused.body().contains("id=\"clash\""));
    assertTrue(refused.body().contains("ひとりめの答え。"));
    done(press(second, at("FAQ", name), "save", 2, typed));
    assertEquals(3, house.count("SELECT COUNT(*) FROM support_text_version WHERE name = ?", name));
  }

  @Test
  void ofManyWhoSaveAtOnceOneDoes() {
    Map<String, String> typed = question(word(), "もとの答え。");
    String name = begin(editor(), "FAQ", typed);
    List<Callable<HttpResponse<String>>> saves = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      DeskClient one = editor();
      Map<String, String> mine = new HashMap<>(typed);
      mine.put("body", i + "番めの答え。");
      saves.add(() -> press(one, at("FAQ", name), "save", 1, mine));
    }

    var answers = AtOnce.run(saves);

    assertEquals(1, answers.stream().filter(it -> it.statusCode() == 303).count());
    assertEquals(3, answers.stream().filter(it -> PageClient.problem(it).equals("SU-121")).count());
    assertEquals(2, house.count("SELECT COUNT(*) FROM support_text_version WHERE name = ?", name));
  }

  @Test
  void whatIsShippedIsAFirstVersionThatReadersSee() {
    String page = editor().get(at("FAQ", "A-01")).body();

    assertTrue(page.contains("✓ 公開中"), page);
    assertTrue(page.contains("はじめの文章"), page);
  }

  @Test
  void anEarlierVersionComesBackAsANewOne() {
    DeskClient editor = editor();
    Map<String, String> typed = question(word(), "よい答え。");
    String name = begin(editor, "FAQ", typed);
    typed.put("body", "わるい答え。");
    done(press(editor, at("FAQ", name), "save", 1, typed));
    String version = "/desk/text-version?kind=FAQ&name=" + name + "&number=1";

    done(
        editor
            .pages()
            .form(version, "restore")
            .send(Map.of("kind", "FAQ", "name", name, "number", "1", "seen", "2")));

    assertTrue(editor.get(at("FAQ", name)).body().contains(">よい答え。</textarea>"));
    assertEquals(3, house.count("SELECT COUNT(*) FROM support_text_version WHERE name = ?", name));
  }

  @Test
  void nothingTypedIsObeyedAsAScript() {
    DeskClient editor = editor();
    String evil = "<script>alert(1)</script>";
    Map<String, String> typed =
        question(
            evil + word(),
            evil
                + "\n\n[one](javascript:alert(2)) [data](data:text/html;base64,PHNjcmlwdD4=) [two](JaVaScRiPt&#58;alert(3))"
                + " ![three](data:text/html,x) <img src=x onerror=alert(4)>"
                + "\n\n[four](/support \"\\\" onmouseover=alert(5)\")");
    typed.put("keywords", evil);
    typed.put("owner", evil);

    String preview = press(editor, "/desk/text?kind=FAQ", "look", 0, typed).body();
    String name = publish(editor, typed);

    for (String page :
        List.of(
            preview,
            read(ANSWER + name).body(),
            read("/support/faq?category=K").body(),
            editor.get(at("FAQ", name)).body(),
            editor.get("/desk/texts?q=" + name).body(),
            editor.get("/desk/text-version?kind=FAQ&name=" + name + "&number=1").body())) {
      assertFalse(page.contains(evil), page);
      assertFalse(page.contains("<img src=x"), page);
      assertFalse(page.matches("(?is).*(href|src)=\"\\s*(javascript|data):.*"), page);
      assertFalse(page.matches("(?s).*<a [^>]*\" onmouseover=.*"), page);
    }
    Map<String, String> end = new HashMap<>(typed);
    end.put("reason", "テストが終わったため");
    done(press(editor, at("FAQ", name), "archive", 1, end));
  }

  @Test
  void aTextIsShownFromADayToADay() {
    DeskClient editor = editor();
    Map<String, String> later = question(word(), "まだ先です。");
    later.put("from", LocalDate.now(JAPAN).plusDays(3).toString());
    Map<String, String> over = question(word(), "もう終わりました。");
    over.put("until", LocalDate.now(JAPAN).minusDays(3).toString());

    assertEquals(404, read(ANSWER + publish(editor, later)).statusCode());
    assertEquals(404, read(ANSWER + publish(editor, over)).statusCode());
  }

  @Test
  void theListFindsWhatIsToBeLookedAtAgainAndWordsOfTheBody() {
    DeskClient editor = editor();
    String word = word();
    Map<String, String> typed = question(word(), "この中の" + word + "です。");
    typed.put("review", LocalDate.now(JAPAN).minusDays(1).toString());
    typed.put("related", "GUIDE/send");
    String name = publish(editor, typed);

    String stale = editor.get("/desk/texts?stale=1&state=PUBLISHED&kind=FAQ&q=" + word).body();
    String drafts = editor.get("/desk/texts?state=DRAFT&q=" + word).body();

    assertTrue(stale.contains("name=" + name + "\""), stale);
    assertTrue(stale.contains("⏱過ぎました"));
    assertTrue(drafts.contains("id=\"no-texts\""));
    assertTrue(read(ANSWER + name).body().contains("あわせて読む"));
  }

  @ParameterizedTest
  @CsvSource({
    "category, '', 分類を選んでください",
    "title, '', 件名を、200文字まで",
    "review, あした, 見直しの日は 2027-04-01 のように",
    "related, FAQ/none, 関連する文章「FAQ/none」は見つかりません",
    "title, '電話は{電語}ですか', 件名の1行めの「{電語}」は、置き換えられません"
  })
  void whatDoesNotFitIsToldAndStaysTyped(String field, String value, String told) {
    Map<String, String> typed = question(word(), "のこる本文。");
    typed.put(field, value);

    var refused = press(editor(), "/desk/text?kind=FAQ", "save", 0, typed);

    assertEquals("SU-122", PageClient.problem(refused));
    assertTrue(refused.body().contains(told), refused.body());
    assertTrue(refused.body().contains(">のこる本文。</textarea>"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/desk/texts",
        "/desk/text?kind=FAQ",
        "/desk/text?kind=FAQ&name=A-01",
        "/desk/text-version?kind=FAQ&name=A-01&number=1"
      })
  void editorsOfTheWholeCountryAlone(String path) {
    assertEquals(200, editor().get(path).statusCode());
    assertEquals(
        "AP-255",
        PageClient.problem(DeskClient.of(house.node(), "OPERATOR,AUDITOR", "").get(path)));
    assertEquals(
        "AP-256", PageClient.problem(DeskClient.of(house.node(), "EDITOR", "13").get(path)));
    assertEquals(404, editor().get("/desk/panel/diff").statusCode());
  }
}
