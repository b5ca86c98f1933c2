package jp.careplan.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.DAY_SERVICE;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SUPPORT_CENTER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.Pattern;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.exchange.TransmissionId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 帳票: the forms of the people of a unit. */
@ExtendWith({HouseKeeper.class, BrowserKeeper.class})
class ReadingBrowserIT {
  private static final List<String> PERSONAL = List.of("太郎", "カクウ", "9900000001");

  private final House house;
  private final Visitors visitors;

  ReadingBrowserIT(House house, Visitors visitors) {
    this.house = house;
    this.visitors = visitors;
  }

  private TransmissionId received(int people) {
    TransmissionId sent = Plans.sent(house, house.unit().people(people).files());
    house.office(HELPERS).post("/transmissions/" + sent + "/receiving", "");
    return sent;
  }

  private long noted(String action, String subject, String office) {
    return house.count(
        "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = ? AND subject = ? AND office = ?",
        action,
        subject,
        office);
  }

  private static APIResponse get(Visitor visitor, String path) {
    return visitor.page().request().get(path);
  }

  @Test
  void theInboxLeadsToTheListTheListToThePersonAndThePersonToTheNext() {
    TransmissionId sent = received(12);
    var visitor = visitors.come(house).enter(HELPERS);
    visitor.open("/office/inbox");

    visitor.row(sent).locator("a[href*='/office/read']").click();
    assertThat(visitor.at("#people tbody tr")).hasCount(12);
    visitor.at("#find").fill("９９００００００１１");
    assertThat(visitor.at("#found")).hasText("1人が見つかりました。");
    visitor.at("#find").press("Enter");
    assertThat(visitor.at("#place")).hasText("11 / 12人");
    assertThat(visitor.at("h1")).containsText("架空　太郎");
    visitor.at("#next").click();

    assertThat(visitor.at("#place")).hasText("12 / 12人");
    assertThat(visitor.at("#next")).hasCount(0);
    assertThat(visitor.page()).hasURL(Pattern.compile("/office/read\\?id=[0-9a-f-]+&person=12$"));
    assertThat(visitor.main()).containsText("9900000012");
    assertEquals(1, noted("people-listed", sent.value(), HELPERS));
    assertEquals(1, noted("person-shown", sent + "/11", HELPERS));
    assertEquals(1, noted("person-shown", sent + "/12", HELPERS));
  }

  @Test
  void aUnitOfOnePersonOpensTheirForms() {
    TransmissionId sent = received(1);
    var visitor = visitors.come(house).enter(HELPERS);
    visitor.open("/office/transmission?id=" + sent);

    visitor.at("#read").click();

    assertThat(visitor.at(".form-sheet h2")).hasCount(3);
    assertThat(visitor.at("#form-1")).containsText("サービス利用票（予定）");
    assertThat(visitor.at("#form-1 tbody tr").first()).containsText("9:30〜10:30");
    assertEquals(1, noted("person-shown", sent + "/1", HELPERS));
  }

  @Test
  void nothingIsReadBeforeItIsReceived() {
    TransmissionId sent = Plans.sent(house);
    var visitor = visitors.come(house).enter(HELPERS);

    for (String path : paths(sent)) {
      var answer = get(visitor, path);
      assertEquals(409, answer.status(), path);
      assertTrue(answer.text().contains("EX-106"), path);
      PERSONAL.forEach(it -> assertFalse(answer.text().contains(it), path));
    }
    assertEquals(
        0,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE office = ? AND subject LIKE ?"
                + " AND action LIKE 'person-%'",
            HELPERS, sent + "%"));
  }

  @Test
  void aForeignOfficeIsNotEvenToldThatItExists() {
    TransmissionId sent = received(1);
    var visitor = visitors.come(house).enter(DAY_SERVICE);

    for (String path : paths(sent)) {
      var answer = get(visitor, path);
      assertEquals(404, answer.status(), path);
      assertTrue(answer.text().contains("EX-102"), path);
    }
    var printed = visitor.page().request().post("/office/paper/" + sent + "/1/printed");
    assertEquals(404, printed.status());
  }

  private static List<String> paths(TransmissionId sent) {
    return List.of(
        "/office/read?id=" + sent,
        "/office/read?id=" + sent + "&person=1",
        "/office/paper/" + sent + "/1.pdf",
        "/office/paper/" + sent + "/all.pdf",
        "/office/paper/" + sent + "/1/picture/1");
  }

  @Test
  void whoIsNotThereIsToldSo() {
    var visitor = visitors.come(house).enter(HELPERS);
    TransmissionId sent = received(2);

    assertTrue(get(visitor, "/office/read?id=" + sent + "&person=3").text().contains("EX-231"));
    assertTrue(get(visitor, "/office/read?id=" + sent + "&person=x").text().contains("EX-231"));
    assertTrue(get(visitor, "/office/paper/" + sent + "/3.pdf").text().contains("EX-231"));
    assertTrue(get(visitor, "/office/paper/" + sent + "/1/picture/1").text().contains("EX-232"));
    assertTrue(get(visitor, "/office/read?unit=gone").text().contains("EX-233"));
    assertEquals(404, get(visitor, "/office/panel/form").status());
  }

  @Test
  void theFormsAreSavedAsPdf() throws IOException {
    TransmissionId sent = received(3);
    var visitor = visitors.come(house).enter(HELPERS);
    visitor.open("/office/read?id=" + sent + "&person=2");

    byte[] one = visitor.download(visitor.at("#save-pdf"));
    visitor.at("#people-list").click();
    byte[] all = visitor.download(visitor.at("#save-all"));

    try (var pdf = Loader.loadPDF(one)) {
      String text = new PDFTextStripper().getText(pdf);
      assertEquals(3, pdf.getNumberOfPages());
      assertTrue(text.contains("9900000002"), text);
      assertTrue(text.contains("1 / 3 ページ"), text);
      assertTrue(text.contains("架空ケアプランセンター（9970000011）"), text);
    }
    try (var pdf = Loader.loadPDF(all)) {
      assertEquals(9, pdf.getNumberOfPages());
    }
    assertEquals(1, noted("forms-saved", sent + "/2", HELPERS));
    assertEquals(1, noted("forms-saved", sent.value(), HELPERS));
  }

  @Test
  void printingIsNotedInTheTrail() {
    TransmissionId sent = received(1);
    var visitor = visitors.come(house).enter(HELPERS);
    visitor.open("/office/read?id=" + sent + "&person=1");

    visitor
        .page()
        .waitForResponse(
            answer -> answer.url().endsWith("/printed") && answer.status() == 204,
            () -> visitor.page().evaluate("() => window.dispatchEvent(new Event('beforeprint'))"));

    assertEquals(1, noted("person-printed", sent + "/1", HELPERS));
  }

  @Test
  void whatLiesOnTheDeskIsReadBeforeItIsSent() {
    var visitor = visitors.come(house).enter(CARE_MANAGER);
    visitor.open("/office/send");
    Plans.acquainted(house);
    visitor.lay(Plans.withAnImpossibleTime(house.unit().people(2)));

    visitor.at("#units a[href*='/office/read']").click();
    assertThat(visitor.at("#people tbody tr")).hasCount(2);
    visitor.at("#people tbody a").first().click();

    assertThat(visitor.at("#note")).containsText("まだ送っていません");
    assertThat(visitor.at("#form-1 td.unreadable").first()).containsText("2460");
    byte[] pdf = visitor.download(visitor.at("#save-pdf"));
    assertEquals('%', pdf[0]);
    visitor.at("#origin").click();
    assertThat(visitor.at("#units tr.unit")).hasCount(1);
  }

  @Test
  void anotherPersonsDeskIsNotRead() {
    var visitor = visitors.come(house).enter(CARE_MANAGER);
    visitor.open("/office/send");
    Plans.acquainted(house);
    visitor.lay(house.unit().files());
    String address = visitor.at("#units a[href*='/office/read']").getAttribute("href");

    var other = visitors.come(house).enter(HELPERS);

    assertTrue(get(other, address).text().contains("EX-233"));
  }

  @Test
  void theFamilyPictureIsShownAsAPictureAndNothingElse() {
    TransmissionId sent = Plans.sent(house, SUPPORT_CENTER, Plans.withPicture(house));
    var visitor = visitors.come(house).enter(SUPPORT_CENTER);

    visitor.open("/office/read?id=" + sent);

    assertEquals(
        320,
        visitor
            .at(".form-picture")
            .evaluate("async it => { await it.decode(); return it.naturalWidth; }"));
    var picture = get(visitor, "/office/paper/" + sent + "/1/picture/1");
    assertEquals("image/jpeg", picture.headers().get("content-type"));
    assertEquals("nosniff", picture.headers().get("x-content-type-options"));
    assertEquals("default-src 'none'; sandbox", picture.headers().get("content-security-policy"));
    assertEquals(200, get(visitor, "/office/paper/" + sent + "/1.pdf").status());
  }

  @Test
  void aResultLiesUnderItsPlanWithTheDifferencesCounted() {
    Plans.sent(house, Plans.sample(house, "use-forms-6-7"));
    var result =
        Plans.with(Plans.sample(house, "result"), "20260602,,0930,1030", "20260603,,0930,1030");
    TransmissionId sent = Plans.sent(house, HELPERS, result);
    house.office(CARE_MANAGER).post("/transmissions/" + sent + "/receiving", "");
    var visitor = visitors.come(house).enter(CARE_MANAGER);

    visitor.open("/office/read?id=" + sent + "&person=1");

    assertThat(visitor.at("#form-1 h2")).containsText("サービス利用票（予定と実績）");
    assertThat(visitor.at("#form-1")).containsText("予定だけ 1回、実績だけ 1回");
    assertThat(visitor.at("#form-1 td.different")).hasCount(4);
    assertThat(visitor.at("h1")).containsText("架空");
    visitor.open("/office/read?id=" + sent);
    assertThat(visitor.at("#people tbody tr").first()).containsText("架空");
    assertThat(visitor.at("#people tbody tr").nth(1)).containsText("被保険者番号");
    assertThat(visitor.at("#names")).containsText("同じ月の予定にあるもの");
  }

  @Test
  void aPlanIsComparedWithTheOneBefore() {
    String person = "8800000001";
    var first = Plans.with(Plans.sample(house, "use-forms-6-7"), "9900000001", person);
    var second =
        Plans.with(
            Plans.with(Plans.sample(house, "use-forms-6-7"), "9900000001", person),
            "20260602,,0930",
            "20260603,,0930");
    TransmissionId before = Plans.sent(house, first);
    TransmissionId after = Plans.sent(house, second);
    var visitor = visitors.come(house).enter(CARE_MANAGER);

    visitor.open("/office/read?id=" + after);
    visitor.at("#before").click();

    assertThat(visitor.at("#form-1 h2")).containsText("前回との違い");
    assertThat(visitor.at("#form-1")).containsText("減った回数 1、増えた回数 1");
    visitor.open("/office/read?id=" + before + "&person=1&before=1");
    assertThat(visitor.at("#first-version")).isVisible();
  }

  @Test
  void theLogTellsNothingOfWhoWasRead() throws IOException {
    TransmissionId sent = received(2);
    var visitor = visitors.come(house).enter(HELPERS);
    visitor.open("/office/read?id=" + sent + "&person=2");
    get(visitor, "/office/paper/" + sent + "/2.pdf");
    visitor.page().request().post("/office/paper/" + sent + "/9/printed", RequestOptions.create());

    String log = Files.readString(house.node().log());

    PERSONAL.forEach(it -> assertFalse(log.contains(it), it));
    PERSONAL.forEach(it -> assertFalse(visitor.page().title().contains(it), it));
  }
}
