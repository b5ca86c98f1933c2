package jp.careplan.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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

/** What people did not find, at the editors' desk, on the real database. */
@ExtendWith(HouseKeeper.class)
class UnmetIT {
  private static final String OPEN = "/desk/unmet?kind=SEARCH&state=OPEN";

  private final House house;

  UnmetIT(House house) {
    this.house = house;
  }

  private DeskClient editor() {
    return DeskClient.of(house.node(), "EDITOR", "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> search(String words) {
    return new PageClient(house.node()).get("/support/search?q=" + encoded(words));
  }

  /** Until this node can search at all: before, nobody is told that nothing was found. */
  private void miss(String words) throws InterruptedException {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (search("料金").body().indexOf("<mark>") < 0 && Instant.now().isBefore(end)) {
      TimeUnit.MILLISECONDS.sleep(300);
    }
    search(words);
  }

  /** The address of the group whose first question this is. */
  private static String groupOf(DeskClient editor, String list, String words) {
    Matcher link =
        Pattern.compile("href=\"(/desk/unmet-group\\?id=[0-9a-f]{64})\">" + Pattern.quote(words))
            .matcher(editor.get(list).body());
    assertTrue(link.find(), words + editor.get(list).body());
    return link.group(1);
  }

  private static HttpResponse<String> press(
      DeskClient by, String path, String form, String button, Map<String, String> typed) {
    Map<String, String> fields = new HashMap<>(typed);
    fields.put("id", path.replaceFirst(".*id=", ""));
    fields.put(button, "");
    return by.pages().form(path, form).send(fields);
  }

  private static HttpResponse<String> press(
      DeskClient by, String group, String button, Map<String, String> typed) {
    return press(by, group, "unmet", button, typed);
  }

  private static void done(HttpResponse<String> answer) {
    assertEquals(303, answer.statusCode(), answer.body());
  }

  private long open(String group) {
    return house.count(
        "SELECT open_ones FROM support_unmet_group WHERE id = ?", group.replaceFirst(".*=", ""));
  }

  private long sentences(String group) {
    return house.count(
        "SELECT COUNT(*) FROM support_test_sentence WHERE gathered = ?",
        group.replaceFirst(".*=", ""));
  }

  @Test
  void whatIsAskedAlikeIsGatheredEndedAtOnceAndOpenedAgain() throws Exception {
    DeskClient editor = editor();
    for (String words : List.of("宇宙船の操縦", "宇宙船を操縦したい", "宇宙船の操縦", "深海魚の飼育")) {
      miss(words);
    }
    String group = groupOf(editor, OPEN, "宇宙船の操縦");
    String page = editor.get(group).body();
    assertTrue(page.contains("宇宙船を操縦したい"), page);
    assertTrue(page.contains("検索で見つからない 3回"), page);
    assertFalse(page.contains("深海魚"), page);
    assertEquals(2, open(group));

    done(press(editor, group, "answered", Map.of("question", "ALL", "answer", "A-01")));

    assertEquals(0, open(group));
    assertEquals(2, sentences(group));
    assertTrue(editor.get("/desk/sentences").body().contains("✕ 3位までに出ません"));
    assertFalse(editor.get(OPEN).body().contains(group));
    assertEquals(group, groupOf(editor, "/desk/unmet?state=ENDED", "宇宙船の操縦"));
    done(press(editor, group, "reopen", Map.of("question", "ALL")));
    assertEquals(2, open(group));
    assertEquals(0, sentences(group));
    assertEquals(
        2,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE actor = ? AND action LIKE 'unmet-%'",
            editor.id()));
    assertEquals(
        0,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE action LIKE 'unmet-%' AND (subject LIKE"
                + " '%宇宙船%' OR reason LIKE '%宇宙船%')"));
  }

  @Test
  void ofAGroupOneQuestionEndsWithADraftAndTheOthersWait() throws Exception {
    DeskClient editor = editor();
    miss("恐竜の化石の発掘");
    miss("恐竜の化石と発掘");
    String group = groupOf(editor, OPEN, "恐竜の化石の発掘");
    Matcher second =
        Pattern.compile("value=\"([0-9a-f]{64})\"[^>]*/> 恐竜の化石と発掘")
            .matcher(editor.get(group).body());
    assertTrue(second.find(), editor.get(group).body());
    var chosen = Map.of("question", second.group(1), "category", "K");

    HttpResponse<String> led = press(editor, group, "draft", chosen);

    done(led);
    String draft = led.headers().firstValue("Location").orElseThrow();
    assertTrue(editor.get(draft).body().contains("value=\"恐竜の化石と発掘\""), draft);
    assertEquals(1, open(group));
    assertTrue(editor.get("/desk/sentences").body().contains("● 文章が公開されていません"));
    done(
        press(
            editor,
            "/desk/sentences",
            "sentences",
            "remove",
            Map.of("sentence", second.group(1), "sure", "1")));
    assertEquals(0, sentences(group));
    HttpResponse<String> rule = press(editor, group, "rule", Map.of("question", "ALL"));
    done(rule);
    assertTrue(
        editor
            .get(rule.headers().firstValue("Location").orElseThrow())
            .body()
            .contains("恐竜の化石の発掘"));
    assertTrue(editor.get("/desk/sentences").body().contains("– 検索では試しません"));
  }

  @Test
  void votesAboutOneTextAreOneGroupAndBecomeNoSentence() {
    DeskClient editor = editor();
    vote("A-03", "UNCLEAR", "見本花子さんの番号0000000123はどれ");
    vote("A-03", "WRONG", "");
    String group = groupOf(editor, "/desk/unmet?kind=VOTE", "わかりにくい: 〇〇さんの番号〇〇はどれ");
    assertEquals(2, open(group));

    assertEquals(
        "SU-133", PageClient.problem(press(editor, group, "answered", Map.of("answer", "none"))));
    done(press(editor, group, "answered", Map.of("answer", "A-03")));

    assertEquals(0, sentences(group));
    assertEquals(0, house.count("SELECT COUNT(*) FROM support_unmet WHERE words LIKE '%花子%'"));
  }

  private void vote(String name, String reason, String words) {
    new PageClient(house.node())
        .plain(
            "/support/vote",
            Map.of("kind", "FAQ", "name", name, "helped", "no", "reason", reason, "words", words));
  }

  @Test
  void whatWasTypedIsNoMarkupAtTheDesk() throws Exception {
    DeskClient editor = editor();
    String evil = "<qwrtzpx vbnmlk='plmokn'>"; // of words that no text of another test has
    miss(evil);
    String group = groupOf(editor, OPEN, "&lt;qwrtzpx ");

    var refused =
        press(editor, group, "answered", Map.of("answer", "\"><script>alert(2)</script>"));
    done(press(editor, group, "ignore", Map.of("reason", "<img src=x onerror=alert(3)>")));

    for (String page :
        List.of(
            refused.body(),
            editor.get("/desk/unmet?state=ENDED").body(),
            editor.get(group).body())) {
      assertFalse(page.contains("<qwrtzpx"), page);
      assertFalse(page.contains("<script>alert("), page);
      assertFalse(page.contains("<img src=x"), page);
    }
  }

  @Test
  void whoAsksAtOnceIsCountedOnceEach() throws Exception {
    miss("一角獣の散歩");
    List<Callable<HttpResponse<String>>> asked =
        Stream.of("一角獣の散歩", "一角獣の散歩", "一角獣と散歩", "一角獣と散歩")
            .<Callable<HttpResponse<String>>>map(it -> () -> search(it))
            .toList();

    var answers = AtOnce.run(asked);

    assertTrue(answers.stream().allMatch(it -> it.statusCode() == 200));
    assertEquals(
        5, house.count("SELECT SUM(counted) FROM support_unmet_group WHERE words LIKE '一角獣%'"));
    assertEquals(5, house.count("SELECT SUM(counted) FROM support_unmet WHERE words LIKE '一角獣%'"));
    assertEquals(
        2, house.count("SELECT SUM(open_ones) FROM support_unmet_group WHERE words LIKE '一角獣%'"));
  }

  /** A group of its own. */
  static void saveSynonyms(DeskClient by, String... words) {
    Map<String, String> typed = Map.of("before", "", "words", String.join("\n", words));
    String mark = mark(look(by, "/desk/synonym", typed));
    done(
        by.pages()
            .form("/desk/synonym", "synonym")
            .send(with(typed, Map.of("mark", mark, "sure", "1", "save", ""))));
  }

  private static HttpResponse<String> look(DeskClient by, String path, Map<String, String> typed) {
    return by.pages().form(path, "synonym").send(with(typed, Map.of("look", "")));
  }

  private static Map<String, String> with(Map<String, String> some, Map<String, String> more) {
    Map<String, String> all = new HashMap<>(some);
    all.putAll(more);
    return all;
  }

  private static String mark(HttpResponse<String> looked) {
    Matcher mark = Pattern.compile("name=\"mark\" value=\"([0-9a-f]{64})\"").matcher(looked.body());
    assertTrue(mark.find(), looked.body());
    return mark.group(1);
  }

  private boolean isFoundWithin(String words, Duration wait) throws InterruptedException {
    Instant end = Instant.now().plus(wait);
    while (!search(words).body().contains("<mark>")) {
      if (Instant.now().isAfter(end)) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(300);
    }
    return true;
  }

  @Test
  void aSynonymIsLookedAtSavedFoundByAndTakenBack() throws Exception {
    DeskClient editor = editor();
    String word = "ずんだ餅";
    miss(word);
    String unmet = groupOf(editor, OPEN, word);
    HttpResponse<String> led = press(editor, unmet, "synonym", Map.of("answer", "C-28"));
    done(led);
    String way = led.headers().firstValue("Location").orElseThrow();
    assertTrue(editor.get(way).body().contains("「" + word + "」"), way);
    String list = editor.get("/desk/synonyms?q=" + encoded("パスコード")).body();
    Matcher link =
        Pattern.compile("href=\"(/desk/synonym\\?list=[0-9]+&amp;at=[0-9]+)\"").matcher(list);
    assertTrue(link.find(), list);
    String path = link.group(1).replace("&amp;", "&");
    Matcher before =
        Pattern.compile("name=\"before\" value=\"([^\"]*)\"").matcher(editor.get(path).body());
    assertTrue(before.find());
    String group = before.group(1);
    int newest = Integer.parseInt(path.replaceFirst(".*list=([0-9]+).*", "$1"));
    Map<String, String> typed =
        Map.of("before", group, "words", group.replace("|", "\n") + "\n" + word);

    HttpResponse<String> looked = look(editor, path, typed);
    HttpResponse<String> unseen =
        editor
            .pages()
            .form(path, "synonym")
            .send(with(typed, Map.of("mark", "0".repeat(64), "save", "")));
    HttpResponse<String> saved =
        editor
            .pages()
            .form(path, "synonym")
            .send(with(typed, Map.of("mark", mark(looked), "save", "")));

    assertTrue(looked.body().contains("よくなる 1文、悪くなる 0文"), looked.body());
    assertEquals("SU-136", PageClient.problem(unseen));
    done(saved);
    assertTrue(isFoundWithin(word, Duration.ofSeconds(20)));
    assertEquals("SU-134", PageClient.problem(look(editor, path, typed)));

    String back = "/desk/synonym?restore=" + newest;
    Map<String, String> restore = Map.of("restore", String.valueOf(newest));
    HttpResponse<String> worse = look(editor, back, restore);
    assertTrue(worse.body().contains("よくなる 0文、悪くなる 1文"), worse.body());
    Map<String, String> sure = with(restore, Map.of("mark", mark(worse), "save", ""));
    assertEquals("SU-136", PageClient.problem(editor.pages().form(back, "synonym").send(sure)));
    done(editor.pages().form(back, "synonym").send(with(sure, Map.of("sure", "1"))));
    assertEquals(
        2,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE actor = ? AND action LIKE 'synonyms-%'",
            editor.id()));
  }

  @ParameterizedTest
  @CsvSource({
    "ひとつ, 2つより多くの言い方",
    "パスコード|見本の合言葉, ほかのまとまり",
    "<script>alert(1)</script>|見本, 使えない印",
  })
  void whatIsNoGroupIsToldAndStaysTyped(String group, String told) {
    HttpResponse<String> refused =
        look(editor(), "/desk/synonym", Map.of("before", "", "words", group.replace("|", "\n")));

    assertEquals("SU-135", PageClient.problem(refused));
    assertTrue(refused.body().contains(told), refused.body());
    assertFalse(refused.body().contains("<script>alert("));
    assertTrue(
        refused
            .body()
            .contains(">" + group.replace("<", "&lt;").replace(">", "&gt;").split("\\|")[0]),
        refused.body());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/desk/unmet", "/desk/sentences", "/desk/synonyms", "/desk/synonym"})
  void editorsOfTheWholeCountryAlone(String path) {
    assertEquals(200, editor().get(path).statusCode());
    assertEquals(
        "AP-255",
        PageClient.problem(DeskClient.of(house.node(), "OPERATOR,AUDITOR", "").get(path)));
    assertEquals(
        "AP-256", PageClient.problem(DeskClient.of(house.node(), "EDITOR", "13").get(path)));
  }
}
