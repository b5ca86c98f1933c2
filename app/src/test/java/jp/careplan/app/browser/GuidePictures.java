package jp.careplan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.House;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;

/** The pictures of the guides: parts of pages, with numbered rings around what the steps name. */
final class GuidePictures {
  private static final int WIDE = 960;
  private static final int HIGH = 800;
  private static final double SHARPNESS = 1.5;
  private static final int MARGIN = 20;

  /** Where a page's own part begins. */
  private static final String TOP = "main > * >> visible=true";

  private static final String APPLYING = "9970000091";

  private static final String RING =
      """
      (it, number) => {
        const box = it.getBoundingClientRect();
        const ring = document.createElement('div');
        Object.assign(ring.style, {position: 'absolute', zIndex: 9999, pointerEvents: 'none',
          left: (box.left + scrollX - 5) + 'px', top: (box.top + scrollY - 5) + 'px',
          width: (box.width + 10) + 'px', height: (box.height + 10) + 'px', boxSizing: 'border-box',
          border: '3px solid #8b3200', borderRadius: '10px'});
        const badge = document.createElement('div');
        badge.textContent = number;
        Object.assign(badge.style, {position: 'absolute', left: '-15px', top: '-15px', width: '28px',
          height: '28px', borderRadius: '50%', background: '#8b3200', color: '#fff', fontWeight: 700,
          fontSize: '17px', lineHeight: '28px', textAlign: 'center'});
        ring.append(badge);
        document.body.append(ring);
      }
      """;

  private final House house;
  private final Visitors visitors;
  private final Path folder;

  GuidePictures(House house, Visitors visitors, Path folder) {
    this.house = house;
    this.visitors = visitors;
    this.folder = folder;
  }

  void take() throws IOException {
    Plans.acquainted(house);
    send();
    receive();
    board();
    partner();
    account();
    apply();
    portal();
  }

  private Visitor come() {
    return visitors.come(
        house,
        new Browser.NewContextOptions()
            .setViewportSize(WIDE, HIGH)
            .setDeviceScaleFactor(SHARPNESS));
  }

  private void send() {
    Visitor visitor = come().enter(CARE_MANAGER);
    visitor.open("/office/send");
    ring(visitor.at("#drop"), "1");
    picture(visitor, "send-lay", TOP, "#drop");
    visitor.open("/office/send"); // without the ring
    visitor.lay(
        Stream.of(house.unit().people(3).files(), Plans.withAnImpossibleTime(house.unit()))
            .flatMap(List::stream)
            .toList());
    assertThat(visitor.at("#units")).containsText("✓ 送れます");
    Locator go = visitor.button("正しい 1件を送る");
    ring(go, "1");
    ring(visitor.at(".finding").first(), "2");
    picture(visitor, "send-checked", "#state", "#units", ".finding");
    picture(visitor, "errors-finding", ".finding");
    visitor.open("/office/send");
    visitor.button("正しい 1件を送る").click();
    assertThat(visitor.at("#done tbody tr")).hasCount(1);
    ring(visitor.at("#done td[data-label=受付番号]"), "1");
    picture(visitor, "send-done", "#done");
    visitor.at("#done tbody a").first().click();
    visitor.at("#receipt-number").waitFor();
    ring(visitor.at("#receipt").first(), "1");
    ring(visitor.at("#withdraw-open"), "2");
    picture(visitor, "send-sent", TOP, "#receipt-number");
    picture(visitor, "send-withdraw", "#withdraw-open");
    visitor.open("/office/month-proof");
    visitor.at("#issue-go").click();
    picture(visitor, "proof-month", TOP, "#issued");
  }

  private void receive() {
    TransmissionId gone = Plans.sent(house);
    take(gone);
    Plans.sent(house, SECOND_CARE_MANAGER, fromTheSecond(9));
    Plans.sent(house, house.unit().people(12).files());
    Visitor visitor = come().enter(HELPERS);
    visitor.open("/office/inbox");
    ring(visitor.at("#list tbody input[type=checkbox]").first(), "1");
    ring(visitor.at("#receive-picked"), "2");
    ring(visitor.at("#save-unread"), "3");
    picture(visitor, "receive-inbox", "#pick-all", "#save-unread", "#list tbody tr >> nth=3");
    visitor.at("#list tbody a").first().click();
    visitor.at("#receive").click();
    visitor.at("#download-all").first().waitFor();
    ring(visitor.at("#download-all").first(), "1");
    ring(visitor.at("#read").first(), "2");
    picture(visitor, "receive-unit", TOP, "#download-all >> nth=0", "#read >> nth=0");
    visitor.open(visitor.page().url().replace("/transmission", "/read"));
    visitor.at("#people-list a, #people a").first().click();
    visitor.at("#forms").waitFor();
    picture(visitor, "receive-read", TOP, "#forms h2 >> nth=0", "#forms table >> nth=0");
  }

  private List<OfferedFile> fromTheSecond(int people) {
    return house.unit(SECOND_CARE_MANAGER, HELPERS).people(people).files();
  }

  private void take(TransmissionId transmission) {
    house.office(HELPERS).post("/transmissions/" + transmission + "/receiving", "");
  }

  private void board() {
    var units = new BoardUnits(house, "202803");
    units.plan(15);
    units.result(12);
    new BoardUnits(house, "202805").plan(15);
    Visitor visitor = come().enter(SECOND_CARE_MANAGER);
    visitor.open("/office/home?month=202804");
    picture(visitor, "board", TOP, "#count-unread", "#count-today", "#board-serving");
  }

  private void partner() {
    Visitor visitor = come().enter(CARE_MANAGER);
    visitor.open("/office/partner?number=" + House.NOT_APPLIED);
    Locator letter = visitor.main().getByText("さそいの手紙（PDF）を保存").first();
    ring(letter, "1");
    letter.evaluate("it => it.id = 'letter-here'");
    picture(visitor, "invitation", TOP, "#letter-here");
  }

  private void account() throws IOException {
    Visitor visitor = come();
    visitor.open("/account/sign-in");
    picture(visitor, "sign-in", "main");
    visitor.enter(CARE_MANAGER);
    visitor.open("/account/certificates");
    visitor.at("#issue-password").locator("xpath=ancestor::details").locator("summary").click();
    ring(visitor.at("#terminals"), "1");
    ring(visitor.at("#issue-password"), "2");
    picture(visitor, "certificates", TOP, "#terminals", "#issue-password");
    visitor.open("/account/license");
    ring(visitor.at("#certificate, #paper").first(), "1");
    picture(visitor, "license", TOP, "#status", "#certificate, #paper");
  }

  private void apply() throws IOException {
    house.addOffice(APPLYING, "office@example.com");
    Visitor visitor = come();
    visitor.open("/account/sign-in");
    visitor.page().getByLabel("ユーザID").fill("KJ99" + APPLYING);
    visitor.page().getByLabel("パスワード").fill(OfficeClient.password(house.node()));
    visitor.at("#sign-in-go").click();
    assertThat(visitor.at("#sign-out")).isVisible();
    visitor.open("/account/apply");
    visitor.page().getByLabel("確かめました").check();
    visitor.page().getByLabel("お使いの介護ソフト").fill("見本ソフト");
    picture(visitor, "apply-premises", "main");
    visitor.press("次へ");
    visitor.at("#description-go").waitFor();
    visitor.page().getByLabel("メールアドレス").fill("office@example.com");
    visitor.press("次へ");
    visitor.at("#terms-text").evaluate("text => text.scrollTo(0, text.scrollHeight)");
    visitor.at("#agreed").check();
    ring(visitor.at("#terms-text"), "1");
    ring(visitor.at("#agreed"), "2");
    picture(visitor, "apply-terms", "main");
    visitor.press("次へ");
    visitor.press("この内容で申請する");
    visitor.at("#number").waitFor();
    ring(visitor.at("#number"), "1");
    picture(visitor, "apply-done", "main");
  }

  private void portal() {
    Visitor visitor = come();
    visitor.open("/support/saving?plans=60&results=60");
    picture(visitor, "saving", "main");
  }

  private static void ring(Locator what, String number) {
    what.evaluate(RING, number);
  }

  /** From the highest to the lowest of the parts, as wide as the page. */
  private void picture(Visitor visitor, String name, String... parts) {
    Page page = visitor.page();
    page.evaluate("() => scrollTo(0, 0)");
    double top = Double.MAX_VALUE;
    double bottom = 0;
    for (String part : parts) {
      BoundingBox box = visitor.at(part).first().boundingBox();
      top = Math.min(top, box.y);
      bottom = Math.max(bottom, box.y + box.height);
    }
    double y = Math.max(0, top - MARGIN);
    Path place = Folders.temporary("picture");
    Path raw = place.resolve("raw.png");
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(raw)
            .setFullPage(true)
            .setAnimations(ScreenshotAnimations.DISABLED)
            .setClip(0, y, WIDE, bottom + MARGIN - y));
    GuideMedia.encode(
        List.of("-i", raw.toString(), "-quality", "82", folder.resolve(name + ".webp").toString()));
    try {
      System.out.printf("%s.webp %,d bytes%n", name, Files.size(folder.resolve(name + ".webp")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Folders.delete(place);
  }
}
