package jp.careplan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ScreenshotScale;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What anyone sees first, asks by form and by chat; with a browser that runs no script and with
 * one.
 */
@ExtendWith({HouseKeeper.class, BrowserKeeper.class})
class PortalBrowserIT {
  private static final byte[] PNG = {
    (byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'
  };
  private static final String EVIL = "<img src=x id=evil onerror=alert(1)>\"'&";

  private static final List<String> READ_LARGE =
      List.of(
          "/",
          "/support",
          "/support/news",
          "/support/offices",
          "/support/faq?category=C",
          "/support/answer?name=C-28",
          "/support/guide?name=send",
          "/support/glossary",
          "/support/search?q=パスワード",
          "/support/chat",
          "/support/inquiry",
          "/support/inquiry-state",
          "/support/downloads",
          "/support/saving",
          "/support/fees",
          "/support/terms",
          "/support/privacy",
          "/support/accessibility",
          "/office/home",
          "/office/inbox",
          "/office/send");

  /** What sticks out of the window, is cut off in its own box, or lies under the chat's button. */
  private static final String TROUBLE =
      """
      () => {
        const found = [];
        const page = document.documentElement;
        const name = it => it.tagName + '#' + it.id + '.' + it.className + ' ' + (it.textContent || '').trim().slice(0, 20);
        if (page.scrollWidth > page.clientWidth) found.push('page scrolls sideways: ' + page.scrollWidth);
        const scrolls = it => it && it !== document.body && (['auto', 'scroll'].includes(getComputedStyle(it).overflowX) || scrolls(it.parentElement));
        const hidden = it => { const box = it.getBoundingClientRect(); return box.width < 2 || box.height < 2 || box.bottom < 0 || it.closest('.skip') || !it.checkVisibility({visibilityProperty: true}); };
        for (const it of document.querySelectorAll('body *')) {
          if (hidden(it) || scrolls(it)) continue;
          const style = getComputedStyle(it);
          if (style.clipPath !== 'none') continue;
          if (it.getBoundingClientRect().right > page.clientWidth + 1) found.push('sticks out: ' + name(it));
          if (['hidden', 'clip'].includes(style.overflowX) && it.scrollWidth > it.clientWidth + 1) found.push('cut off: ' + name(it));
          if (['hidden', 'clip'].includes(style.overflowY) && it.scrollHeight > it.clientHeight + 1) found.push('cut off: ' + name(it));
        }
        const chat = document.querySelector('.chat-open');
        for (const it of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea')) {
          if (!chat || it === chat || hidden(it)) continue;
          window.scrollTo(0, 0);
          it.focus();
          const one = it.getBoundingClientRect(), other = chat.getBoundingClientRect();
          const over = one.right > other.left + 1 && one.left < other.right - 1 && one.bottom > other.top + 1 && one.top < other.bottom - 1;
          if (over && one.height < innerHeight / 2) found.push('under the chat button: ' + name(it));
        }
        window.scrollTo(0, 0);
        return found;
      }
      """;

  private final House house;
  private final Visitors visitors;

  PortalBrowserIT(House house, Visitors visitors) {
    this.house = house;
    this.visitors = visitors;
  }

  private Visitor plain() {
    return visitors.comeWithoutScript(house);
  }

  private static String newMail() {
    return "p" + System.nanoTime() + "@portal" + System.nanoTime() + ".example";
  }

  private static void fill(Visitor visitor, String subject, String mail) {
    visitor.at("#kind").selectOption("CERTIFICATE");
    visitor.at("#subject").fill(subject);
    visitor.at("#body").fill("朝から " + subject);
    visitor.at("#mail").fill(mail);
    visitor.at("#consent").check();
  }

  /** Faster than anyone types, a form is held back. */
  private static void take(Visitor visitor) {
    visitor.page().waitForTimeout(4_200);
    visitor.press("確認へ進む");
  }

  /** From any place of it, as whoever skips does; the policy of the pages lets it in. */
  @Test
  void theVideoOfAGuidePlaysWithItsCaptions() {
    var visitor = visitors.come(house);
    visitor.open("/support/guide?name=send");
    var video = visitor.at("#guide video");

    Object played =
        video.evaluate(
            """
            async it => {
              it.muted = true;
              it.load();
              await new Promise((done, failed) => { it.oncanplay = done; it.onerror = failed; });
              it.currentTime = it.duration / 2;
              await new Promise(done => { it.onseeked = done; });
              await it.play();
              const track = it.textTracks[0];
              return it.seekable.end(0) > 30 && track.mode === 'showing' && track.cues.length > 5;
            }
            """);

    assertEquals(true, played);
    assertEquals(List.of(), visitor.complaints());
  }

  @Test
  void theHomeOpensWithoutALibraryOrAWordOfComplaint() {
    var visitor = visitors.come(house);

    visitor.open("/");

    assertThat(visitor.at(".ways h2")).hasText(new String[] {"これから導入を検討", "今すぐ導入", "サポートをご希望"});
    assertThat(visitor.at("#important .news-mark").first()).hasText("重要");
    assertThat(visitor.at("#news .news-mark").filter(text("NEWS")).first()).isVisible();
    assertThat(visitor.at("script")).hasCount(1);
    assertEquals(List.of(), visitor.complaints());
    assertThat(visitor.at("meta[property='og:title']"))
        .hasAttribute("content", "ケアプランをデータで送る・受け取る");
  }

  private static Locator.FilterOptions text(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  @Test
  void theNavigationLeadsToPagesThatKnowWhereTheyAre() {
    var visitor = plain();
    visitor.open("/");
    List<String> places =
        visitor.at(".frame-nav a").all().stream().map(it -> it.getAttribute("href")).toList();

    for (String place : places) {
      assertEquals(200, visitor.open(place).status(), place);
      assertThat(visitor.at(".frame-nav a[aria-current=page]")).hasAttribute("href", place);
      assertThat(visitor.at("h1")).hasCount(1);
    }
    assertTrue(places.size() >= 4, places::toString);
  }

  @Test
  void feedSiteMapAndRobotsNameWhatThereIs() {
    var request = visitors.come(house).page().request();

    String feed = request.get("/support/news.atom").text();
    String map = request.get("/sitemap.xml").text();

    assertTrue(feed.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\""), feed);
    assertTrue(feed.contains("<title>2027年の公的な仕組みの移行について</title>"), feed);
    assertTrue(request.get("/robots.txt").text().contains("/sitemap.xml"));
    Matcher address = Pattern.compile("<loc>https?://[^/]+(/[^<]*)</loc>").matcher(map);
    int count = 0;
    while (address.find()) {
      if (count++ % 12 == 0) { // all are the same few pages
        String path = address.group(1).replace("&amp;", "&");
        assertEquals(200, request.get(path).status(), path);
      }
    }
    assertTrue(count > 150, "addresses: " + count);
  }

  @Test
  void thePhoneIsShownWithWhenItIsAnswered() {
    set("operator.phone", "00-0000-0000");
    set("operator.hours", "平日9時〜17時");
    try {
      var visitor = plain();
      visitor.page().waitForTimeout(2_500);
      visitor.open("/support");

      assertThat(visitor.at(".phone-number a")).hasAttribute("href", "tel:0000000000");
      assertThat(visitor.at("#phone-now"))
          .hasText(Pattern.compile("(● 受付中 今日は17:00までです。|○ 受付時間外 次は\\d+月\\d+日\\(.\\) 9:00からです。)"));
    } finally {
      house.update("DELETE FROM kernel_setting WHERE setting_key LIKE 'operator.%'");
      house.update("UPDATE kernel_setting_revision SET counted = counted + 1");
    }
  }

  private void set(String key, String value) {
    house.update(
        "INSERT INTO kernel_setting (setting_key, content, version) VALUES (?, ?, 1)", key, value);
    house.update("UPDATE kernel_setting_revision SET counted = counted + 1");
  }

  @Test
  void anInquiryIsConfirmedNumberedMailedAndSeen() {
    String mail = newMail();
    var visitor = plain();
    visitor.open("/support/inquiry");
    fill(visitor, EVIL, mail);
    take(visitor);
    assertThat(visitor.at("#confirm")).containsText(EVIL);
    assertThat(visitor.at("#evil")).hasCount(0);

    visitor.at("#picture").setInputFiles(new FilePayload("見本花子<b>.png", "image/png", PNG));
    visitor.press("この写真を付ける");
    assertThat(visitor.at("#laid")).containsText("写真1（PNG、1KB）");
    visitor
        .at("#picture")
        .setInputFiles(
            new FilePayload("x.png", "image/png", "<svg>".getBytes(StandardCharsets.UTF_8)));
    visitor.press("この写真を付ける");
    assertThat(visitor.at("#refusal")).containsText("SU-111");
    assertThat(visitor.at("#laid li")).hasCount(1);
    visitor.press("この内容で送る");

    String number = visitor.at("#inquiry-number").innerText();
    String text = house.mailTo(mail, 0);
    assertTrue(text.contains(number.replace("-", "")), text);
    assertFalse(text.contains("evil"), text);
    Matcher link = Pattern.compile("https?://[^/]+(/support/inquiry-state\\S+)").matcher(text);
    assertTrue(link.find(), text);
    var stranger = plain();
    stranger.open(link.group(1));
    assertThat(stranger.at("#inquiry-state")).containsText("受け付けました");
    stranger.open("/support/inquiry-state?number=" + number + "&code=AAAA-AAAA-AAAA-AAAA");
    assertThat(stranger.at("#refusal")).containsText("SU-113");
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM support_inquiry WHERE status = 'RECEIVED' AND office = ''"
                + " AND inquiry_number = '"
                + number.replace("-", "")
                + "'"));
  }

  @Test
  void whatIsNotRightIsListedAndWhatWasTypedStays() {
    var visitor = plain();
    visitor.open("/support/inquiry");
    visitor.at("#body").fill(EVIL);
    visitor.at("#mail").fill("nobody");

    visitor.press("確認へ進む");

    assertThat(visitor.at("#faults a")).hasCount(4);
    assertThat(visitor.at("#mail")).hasAttribute("aria-invalid", "true");
    assertThat(visitor.at("#body")).hasValue(EVIL);
    assertThat(visitor.at("#evil")).hasCount(0);
  }

  @Test
  void aDraftIsThereOnAnotherPageAndCanBeWrittenAnew() {
    var visitor = plain();
    visitor.open("/support/inquiry");
    fill(visitor, "書きかけ", newMail());
    take(visitor);
    visitor.open("/");

    visitor.open("/support/inquiry");

    assertThat(visitor.at("#subject")).hasValue("書きかけ");
    visitor.at("#subject").fill("書き直し");
    visitor.press("確認へ進む");
    assertThat(visitor.at("#confirm")).containsText("書き直し");
  }

  /** Whoever fills in what nobody sees, or is faster than anyone types, is told the same. */
  @Test
  void whatLooksLikeAProgramIsHeldWithoutAWord() {
    String mail = newMail();
    var visitor = visitors.come(house);
    visitor.open("/support/inquiry");
    fill(visitor, "安い薬", mail);
    visitor.page().evaluate("() => { document.getElementById('website').value = 'x'; }");
    visitor.press("確認へ進む");
    visitor.press("この内容で送る");

    String number = visitor.at("#inquiry-number").innerText().replace("-", "");

    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM support_inquiry WHERE status = 'HELD' AND inquiry_number = '"
                + number
                + "'"));
    assertEquals(0, house.mailsTo(mail).size());
  }

  @Test
  void anOfficeAndTheDeskSeeThatItAskedWhileItWasSignedIn() {
    var visitor = visitors.come(house).enter(CARE_MANAGER);
    visitor.open("/support/inquiry");
    assertThat(visitor.at("#office-number")).hasValue(CARE_MANAGER);
    fill(visitor, "見本", newMail());
    take(visitor);
    visitor.press("この内容で送る");
    String number = visitor.at("#inquiry-number").innerText();

    visitor.open("/account/inquiries");

    assertThat(visitor.at("#list")).containsText(number);
    assertThat(visitor.at("#list")).not().containsText("見本");
    var desk = visitors.come(house).enterDesk("HELPDESK");
    desk.open("/desk/office?number=" + CARE_MANAGER);
    assertThat(desk.at("#inquiries")).containsText(number);
    assertThat(desk.at("#inquiries")).not().containsText("見本");
  }

  @Test
  void nearQuestionsAreShownWhileTypingAndStandInNobodysWay() {
    new SupportBrowserIT(house, visitors).searchable();
    var visitor = visitors.come(house);
    visitor.open("/support/inquiry");

    visitor.at("#subject").pressSequentially("パスワードを忘れた");

    assertThat(visitor.at("#near a").first()).containsText("パスワードを忘れました");
    assertThat(visitor.at("#subject")).isFocused();
  }

  @Test
  void theSearchBoxOffersWhatIsNearAndIsWorkedByKeys() {
    var visitor = visitors.come(house);
    visitor.open("/support");
    Locator box = visitor.at("#q");
    Locator options = visitor.at("#suggestions [role=option]");

    box.pressSequentially("しょうめいし");
    assertThat(options.first()).isVisible();
    assertThat(box).hasAttribute("aria-expanded", "true");
    box.press("ArrowDown");
    box.press("ArrowDown");
    assertThat(box).hasAttribute("aria-activedescendant", "suggestions-1");
    assertThat(options.nth(1)).hasAttribute("aria-selected", "true");
    box.press("ArrowUp");
    box.press("ArrowUp");
    assertFalse(box.evaluate("it => it.hasAttribute('aria-activedescendant')").equals(true));
    box.press("Escape");
    assertThat(box).hasAttribute("aria-expanded", "false");
    assertThat(box).hasValue("しょうめいし");

    box.press("ArrowDown"); // asks again
    assertThat(options.first()).isVisible();
    box.press("ArrowDown");
    String address = options.first().getAttribute("data-address");
    box.press("Enter");
    visitor.page().waitForURL("**" + address);
    assertEquals(List.of(), visitor.complaints());

    visitor.open("/support");
    box.fill("証明書");
    box.press("Enter"); // nothing chosen: the search itself
    assertThat(visitor.at("#found li").first()).isVisible();
  }

  @Test
  void theSearchBoxIsAPlainOneWithoutAScript() {
    var visitor = plain();
    visitor.open("/support");

    assertFalse(visitor.at("#q").evaluate("it => it.hasAttribute('role')").equals(true));
    visitor.at("#q").fill("証明書");
    visitor.press("さがす");
    assertThat(visitor.at("#found li").first()).isVisible();
  }

  @Test
  void theChatAnswersByRuleByTreeAndByAPersonWithoutAScript() {
    new SupportBrowserIT(house, visitors).searchable();
    var visitor = plain();
    visitor.open("/");
    visitor.at("#chat-open").click();
    say(visitor, "見本花子さんのパスワードわすれた");
    assertThat(visitor.at(".chat-line.theirs").last()).containsText("〇〇さんのパスワードわすれた");
    visitor.press("どちらもない");
    assertThat(visitor.at("#latest")).containsText("仮パスワード");
    visitor.press("もどる");
    assertThat(visitor.button("回復コードの紙がある")).isVisible();

    say(visitor, "利用者の血圧が高い");
    assertThat(visitor.at("#latest")).containsText("お答えできません");
    say(visitor, EVIL);
    assertThat(visitor.at("#evil")).hasCount(0);
    visitor.press("人に聞く");
    visitor.link("フォームで聞く").click();

    assertThat(visitor.at("#chat-kept")).containsText("質問: 〇〇さんのパスワードわすれた");
    assertEquals(0, house.count("SELECT COUNT(*) FROM support_unmet WHERE words LIKE '%花子%'"));
  }

  private static void say(Visitor visitor, String words) {
    visitor.at("#say").fill(words);
    visitor.at("#say-go").click();
    visitor.page().waitForURL("**/support/chat#latest");
  }

  @Test
  void whatTheChatDoesNotKnowIsHandedOverAndRemembered() {
    new SupportBrowserIT(house, visitors).searchable();
    var visitor = plain();
    visitor.open("/support/chat");

    say(visitor, "xyzzy");
    assertThat(visitor.at("#latest")).containsText("別の言い方");
    say(visitor, "qwrtz");

    assertThat(visitor.link("フォームで聞く")).isVisible();
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM support_unmet WHERE source = 'CHAT' AND words = 'qwrtz'"));
  }

  /** WCAG 1.4.4 and 1.4.10: by the browser's zoom, and by letters alone. */
  @Test
  void everyPageCanBeReadTwiceAsLarge() {
    Plans.sent(house, Plans.sample(house, "use-forms-6-7"));
    Plans.sent(house, HELPERS, Plans.sample(house, "result"));
    var visitor = visitors.come(house, zoomed()).inside(CARE_MANAGER);
    Page page = visitor.page();
    List<String> troubles = new ArrayList<>();
    for (String path : READ_LARGE) {
      page.setViewportSize(640, 512);
      visitor.open(path);
      troubles.addAll(troubles(page, path, "zoomed"));
      page.setViewportSize(1280, 1024);
      page.evaluate("() => document.documentElement.style.fontSize = '200%'");
      troubles.addAll(troubles(page, path, "letters"));
      if (path.equals("/office/inbox")) {
        assertThat(visitor.at("#list tbody tr").first()).hasCSS("display", "flex");
      }
    }
    assertEquals("", String.join("\n", troubles));
    page.evaluate("() => { document.querySelector('h1').style.minWidth = '3000px'; }");
    assertFalse(troubles(page, "/broken", "letters").isEmpty(), "what sticks out is found");
  }

  /** A screen of 1280 x 1024 on which everything is twice as large. */
  private static Browser.NewContextOptions zoomed() {
    return new Browser.NewContextOptions().setViewportSize(640, 512).setDeviceScaleFactor(2);
  }

  private static List<String> troubles(Page page, String path, String way) {
    String name = "large-" + way + path.replaceAll("[?].*", "").replace('/', '-');
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Folders.project().resolve("app/target/screens/" + name + ".png"))
            .setScale(ScreenshotScale.CSS)
            .setFullPage(true));
    return ((List<?>) page.evaluate(TROUBLE))
        .stream().map(it -> way + " " + path + " " + it).toList();
  }

  @Test
  void thePanelKeepsItsThreadAcrossPagesAndIsWorkedByKeys() {
    var visitor = visitors.come(house);
    visitor.open("/support/fees");
    visitor.at("#chat-open").focus();
    visitor.page().keyboard().press("Enter");
    assertThat(visitor.at("#say")).isFocused();
    visitor.page().keyboard().type("料金はいくらですか");
    visitor.page().keyboard().press("Enter");
    assertThat(visitor.at(".chat-panel #latest")).containsText("料金はいくらですか");

    visitor.open("/support/faq");

    assertThat(visitor.at(".chat-panel .theirs")).hasText(Pattern.compile("料金はいくらですか"));
    visitor.at("#say").focus();
    visitor.page().keyboard().press("Escape");
    assertThat(visitor.at(".chat-panel")).hasCount(0);
    assertThat(visitor.at("#chat-open")).isFocused();
    assertEquals(List.of(), visitor.complaints());
  }

  @Test
  void aPoorVoteIsThankedAndQueuedWithoutNames() {
    var visitor = plain();
    visitor.open("/support/answer?name=A-12");
    visitor.press("いいえ");
    visitor.page().getByLabel("知りたいことと違う").check();
    visitor.at("#words").fill("見本花子さんの分 " + EVIL);
    visitor.at("#why-go").click();

    assertThat(visitor.at("#thanks")).isVisible();
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM support_unmet WHERE source = 'VOTE' AND about = 'FAQ/A-12'"
                + " AND words LIKE '%〇〇さんの分%'"));
    visitor.open("/support/answer?name=A-12");
    visitor.press("はい");
    assertThat(visitor.at("#thanks")).isVisible();
  }

  @Test
  void theSavingIsCountedWithoutAScriptAndPassedOnByItsAddress() {
    var visitor = plain();
    visitor.open("/support/saving");
    visitor.at("#sent").fill("６０");
    visitor.at("#received").fill("40");
    visitor.at("#minutes").fill("9");
    visitor.at("#costs").fill("20");
    visitor.at("#fee").fill("21,000");
    visitor.press("計算する");
    assertThat(visitor.at("#after-fee")).hasText("183,900円");
    var stranger = plain();

    stranger.page().navigate(visitor.page().url());

    assertThat(stranger.at("#after-fee")).hasText("183,900円");
    stranger.open("/support/saving?sent=" + "9".repeat(30) + "&wage=<b>");
    assertThat(stranger.at("#corrected li")).hasCount(2);
  }

  @Test
  void onPaperOnlyTheTextIsLeft() {
    var visitor = visitors.come(house);
    visitor.open("/support/answer?name=C-28");

    visitor.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    assertThat(visitor.at(".frame-nav")).isHidden();
    assertThat(visitor.at("#chat-open")).isHidden();
    assertThat(visitor.at(".vote")).isHidden();
    assertThat(visitor.at("#answer")).isVisible();
  }
}
