package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.NOT_APPLIED;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static jp.careplan.app.house.OfficeClient.json;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.Multipart;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 連携先: the directory, what is kept about partners, invitations, and the wrong destination. */
@ExtendWith(HouseKeeper.class)
class PartnersIT {
  private final House house;
  private final OfficeClient office;

  PartnersIT(House house) {
    this.house = house;
    this.office = house.office(CARE_MANAGER);
  }

  /** An office that takes part, with nothing behind it. */
  private void join(String number, String name, String kana) {
    house.update(
        "INSERT INTO application_office (number, name, kana_name, service_kinds, status, joined_on,"
            + " directory_text, search_text, version)"
            + " VALUES (?, ?, ?, '11 15', 'ACTIVE', '2026-02-03', ?, 'x', 1)",
        number,
        name,
        kana,
        number + "\n" + name + "\n" + kana);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private List<String> found(String query) {
    return json(office.get("/directory?" + query)).getJsonArray("items").stream()
        .map(it -> it.asJsonObject().getString("number"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"9970000611", "９９７００００６１１", "さんぷるていく", "ｻﾝﾌﾟﾙﾃｲｸ", "例示ていく", "例示 サンプル"})
  void aPartnerIsFoundByNumberNameAndKanaWhateverTheWidth(String words) {
    if (found("q=9970000611").isEmpty()) {
      join("9970000611", "例示テイクノ家", "サンプルテイクノイエ");
    }

    assertEquals(List.of("9970000611"), found("q=" + encoded(words)));
  }

  @Test
  void partnersComePageByPageAndEachOnce() {
    List<JsonObject> all = new ArrayList<>();
    JsonObject page = json(office.get("/partners?limit=1"));
    all.addAll(page.getJsonArray("items").getValuesAs(JsonObject.class));
    while (!page.isNull("next")) {
      page = json(office.get("/partners?limit=1&cursor=" + page.getString("next")));
      assertEquals(1, page.getJsonArray("items").size());
      all.addAll(page.getJsonArray("items").getValuesAs(JsonObject.class));
    }

    assertEquals(json(office.get("/partners?limit=200")).getJsonArray("items"), all);
    assertRefused(400, "KE-202", office.get("/partners?cursor=nothing"));
  }

  @Test
  void theDirectoryIsFilteredByPrefectureAndKindAndReadPageByPage() {
    join("4770000621", "一つ目", "ヒトツメ");
    join("4770000622", "二つ目", "フタツメ");
    join("4770000623", "三つ目", "ミッツメ");

    JsonObject first = json(office.get("/directory?prefecture=47&kind=15&limit=2"));
    List<String> rest = found("prefecture=47&kind=15&limit=2&cursor=" + first.getString("next"));

    assertEquals(2, first.getJsonArray("items").size());
    assertEquals(List.of("4770000623"), rest);
    assertEquals(List.of(), found("prefecture=47&kind=43"));
    JsonObject one = first.getJsonArray("items").getJsonObject(0);
    assertEquals("2026-02-03", one.getString("joinedOn"));
    assertEquals(
        java.util.Set.of("number", "name", "prefecture", "serviceKinds", "joinedOn", "active"),
        one.keySet());
  }

  @Test
  void whoHasNotJoinedIsInNoDirectory() {
    assertEquals(List.of(), found("q=" + NOT_APPLIED));
    assertEquals(List.of(), found("q=" + DemoOffices.PRACTICE));
    assertEquals(List.of(HELPERS), found("q=" + HELPERS));
  }

  @Test
  void thePublicSeesCountsAndNothingOfAnOfficeButWhatIsMeantForIt() {
    join("1370000631", "公開の見本", "コウカイノミホン");
    house.update(
        "UPDATE application_office SET address = '架空県ひみつ町9', mail = 'himitsu@example.jp'"
            + " WHERE number = '1370000631'");
    var anyone = new PageClient(house.node());

    String map = anyone.get("/directory").body();
    String list = anyone.get("/directory?prefecture=13").body();
    String byAddress = anyone.get("/directory?q=" + encoded("ひみつ町")).body();

    assertTrue(map.contains("/directory?prefecture=13"), map);
    assertTrue(list.contains("公開の見本"), list);
    assertTrue(list.contains("2026年2月3日"), list);
    assertFalse(list.contains("ひみつ"), list);
    assertFalse(list.contains("himitsu"), list);
    assertFalse(byAddress.contains("公開の見本"), byAddress);
  }

  @Test
  void anOfficeThatHasNotJoinedCannotBeSentTo() {
    var answer = office.offer(TransmissionId.next(), house.unit(CARE_MANAGER, NOT_APPLIED).files());

    assertTrue(assertRefused(422, "EX-201", answer).toString().contains("EX-402"));
    assertEquals("NOT_JOINED", json(office.get("/partners/" + NOT_APPLIED)).getString("state"));
  }

  @Test
  void whatIsKeptAboutAPartnerStaysWithTheOffice() {
    office.offer(TransmissionId.next(), house.unit().files());
    String kept =
        "{\"favourite\":true,\"note\":\"電話は午前\",\"startMonth\":\"202607\",\"resultDay\":5}";

    var answer = office.call("PUT", "/partners/" + HELPERS, "application/json", bytes(kept));

    assertEquals(200, answer.statusCode(), answer.body());
    JsonObject first = json(office.get("/partners")).getJsonArray("items").getJsonObject(0);
    assertEquals(HELPERS, first.getString("number"));
    assertEquals("電話は午前", first.getString("note"));
    assertEquals(5, first.getInt("resultDay"));
    assertFalse(first.isNull("lastSent"));
    JsonObject theirs = json(house.office(HELPERS).get("/partners/" + CARE_MANAGER));
    assertEquals("", theirs.getString("note"));
    assertEquals(3, theirs.getInt("resultDay"));
    assertFalse(theirs.isNull("lastArrived"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"resultDay\":11}", "{\"resultDay\":0}", "{\"startMonth\":\"202613\"}"})
  void whatMakesNoSenseIsNotKept(String body) {
    assertRefused(
        422, "EX-322", office.call("PUT", "/partners/" + HELPERS, "application/json", bytes(body)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void anOfficeIsNoPartnerOfItself() {
    assertRefused(422, "EX-323", office.get("/partners/" + CARE_MANAGER));
  }

  @Test
  void whatAnOfficeTellsOfItsCareSoftwareItsPartnersSee() {
    PageClient pages = pages(house.office(HELPERS));

    pages.form("/account/software", "software").send(Map.of("name", "見本ケアソフト", "edition", "４．１"));

    assertEquals("見本ケアソフト 4.1", json(office.get("/partners/" + HELPERS)).getString("software"));
  }

  private PageClient pages(OfficeClient client) {
    var pages = new PageClient(house.node());
    pages.enter(json(client.post("/handoff", "")).getString("url"));
    return pages;
  }

  @Test
  void anInvitationGoesByMailAndOnPaperAndTheInviterIsToldOfTheJoining() {
    String newcomer = "9970000641";
    house.addOffice(newcomer, "");
    house.update(
        "UPDATE application_office SET mail = 'inviter@invite.example' WHERE number = ?",
        SECOND_CARE_MANAGER);
    PageClient pages = pages(house.office(SECOND_CARE_MANAGER));
    String address = "/office/partner?number=" + newcomer;

    pages.form(address, "mailing").send(Map.of("number", newcomer, "mail", "new@invited.example"));

    String mail = house.mailTo("invited.example", 0);
    assertTrue(mail.contains("見本居宅介護支援事業所"), mail);
    assertTrue(mail.contains("/start"), mail);
    var letter = pages.bytes("/office/invitation-letter?number=" + newcomer);
    assertEquals(200, letter.statusCode());
    assertEquals("%PDF", new String(letter.body(), 0, 4, StandardCharsets.US_ASCII));
    assertEquals(
        "INVITED",
        json(house.office(SECOND_CARE_MANAGER).get("/partners/" + newcomer)).getString("state"));
    assertEquals(
        0,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE subject LIKE '%invited.example%'"));
  }

  @Test
  void whoHasJoinedIsNotInvited() {
    PageClient pages = pages(office);

    String page = pages.get("/office/partner?number=" + HELPERS).body();

    assertFalse(page.contains("参加にさそう"), page);
  }

  private HttpResponse<String> offer(TransmissionId id, List<OfferedFile> files, String... parts) {
    return office.offer(id, files, parts);
  }

  @Test
  void aFirstExchangeIsAskedAboutOnceWhereSomebodyAsks() {
    join("9970000651", "はじめての相手", "ハジメテノアイテ");
    var files = house.unit(CARE_MANAGER, "9970000651").files();
    var id = TransmissionId.next();

    var asked = offer(id, files, "strict=true");
    var confirmed = offer(id, files, "confirmed=true");
    var second =
        offer(TransmissionId.next(), house.unit(CARE_MANAGER, "9970000651").files(), "strict=true");

    JsonObject doubts = assertRefused(409, "EX-321", asked);
    assertEquals(
        "FIRST_EXCHANGE", doubts.getJsonArray("doubts").getJsonObject(0).getString("code"));
    assertEquals(201, confirmed.statusCode(), confirmed.body());
    assertEquals(201, second.statusCode(), second.body());
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'destination-confirmed'"
                + " AND subject = ?",
            id.value()));
  }

  @Test
  void aProgramThatAsksForNothingIsToldByTheCheckAndNotStopped() {
    join("9970000652", "はじめての相手", "ハジメテノアイテ");
    var files = house.unit(CARE_MANAGER, "9970000652").files();
    var body = new Multipart();
    files.forEach(file -> body.file("file", file.name(), file.content()));

    JsonObject checked = json(office.postMultipart("/checks", body));
    var sent = offer(TransmissionId.next(), files);

    assertEquals(
        "FIRST_EXCHANGE",
        checked
            .getJsonArray("units")
            .getJsonObject(0)
            .getJsonArray("doubts")
            .getJsonObject(0)
            .getString("code"));
    assertEquals(201, sent.statusCode(), sent.body());
  }

  @Test
  void aPlanWithoutARowOfTheRecipientIsAskedAbout() {
    office.offer(TransmissionId.next(), house.unit().files());
    var files = house.unit().files(",,,,," + HELPERS + ",", ",,,,," + House.DAY_SERVICE + ",");

    var asked = offer(TransmissionId.next(), files, "strict=true");

    assertTrue(assertRefused(409, "EX-321", asked).toString().contains("NO_ROW"));
  }

  @Test
  void aPersonWhomThePartnerNeverHadIsAskedAboutOnceAndByCountAlone() {
    String partner = "9970000653";
    join(partner, "知り合った相手", "シリアッタアイテ");
    offer(TransmissionId.next(), house.unit(CARE_MANAGER, partner).files());
    var three = house.unit(CARE_MANAGER, partner).people(3).files();

    var asked = offer(TransmissionId.next(), three, "strict=true");
    var confirmed = offer(TransmissionId.next(), three, "confirmed=true");
    var second =
        offer(
            TransmissionId.next(),
            house.unit(CARE_MANAGER, partner).people(3).files(),
            "strict=true");

    JsonObject doubt = assertRefused(409, "EX-321", asked).getJsonArray("doubts").getJsonObject(0);
    assertEquals("NEW_PEOPLE", doubt.getString("code"));
    assertEquals("この相手とのやりとりの記録が残っていない利用者が、3人のうち2人います", doubt.getString("message"));
    assertFalse(asked.body().contains("架空"), asked.body());
    assertFalse(asked.body().contains("9900000002"), asked.body());
    assertEquals(201, confirmed.statusCode(), confirmed.body());
    assertEquals(201, second.statusCode(), second.body());
  }

  @Test
  void whatSomebodyMayNotSeeNoQuestionTells() {
    String partner = "9970000689";
    join(partner, "見えない相手", "ミエナイアイテ");
    var files = house.unit(CARE_MANAGER, partner).files();
    offer(TransmissionId.next(), files);
    var body = new Multipart();
    files.forEach(file -> body.file("file", file.name(), file.content()));
    String user = house.addStaff(CARE_MANAGER, "USER", "46");

    var whole = json(office.postMultipart("/checks", body));
    var limited =
        json(house.node().office(CARE_MANAGER).signInAs(user).postMultipart("/checks", body));

    assertEquals(List.of(), whole.getJsonArray("units").getJsonObject(0).getJsonArray("doubts"));
    assertEquals(
        List.of("FIRST_EXCHANGE"),
        limited
            .getJsonArray("units")
            .getJsonObject(0)
            .getJsonArray("doubts")
            .getValuesAs(JsonObject.class)
            .stream()
            .map(it -> it.getString("code"))
            .toList());
  }

  @Test
  void aPersonWhoWasTakenBackIsAskedAboutAgain() {
    String partner = "9970000654";
    join(partner, "取り消した相手", "トリケシタアイテ");
    offer(TransmissionId.next(), house.unit(CARE_MANAGER, partner).files());
    var taken = TransmissionId.next();
    offer(taken, house.unit(CARE_MANAGER, partner).people(2).files());
    office.post("/transmissions/" + taken + "/withdrawal", "{\"reason\": \"相手を間違えました\"}");

    var asked =
        offer(
            TransmissionId.next(),
            house.unit(CARE_MANAGER, partner).people(2).files(),
            "strict=true");

    assertTrue(assertRefused(409, "EX-321", asked).toString().contains("2人のうち1人"));
  }

  @Test
  void aMessageThatGoesAloneIsAskedAboutAtAFirstExchangeToo() {
    String partner = "9970000655";
    join(partner, "はじめて書く相手", "ハジメテカクアイテ");

    var asked = message(partner, "はじめまして。", "strict=true");
    var confirmed = message(partner, "はじめまして。", "confirmed=true");
    var second = message(partner, "よろしくお願いします。", "strict=true");

    assertTrue(assertRefused(409, "EX-321", asked).toString().contains("FIRST_EXCHANGE"));
    assertEquals(201, confirmed.statusCode(), confirmed.body());
    assertEquals(201, second.statusCode(), second.body());
  }

  private HttpResponse<String> message(String partner, String text, String part) {
    var letter =
        new OfferedFile(
            "message.json",
            "{\"text\":\"%s\",\"attachments\":[]}"
                .formatted(text)
                .getBytes(StandardCharsets.UTF_8));
    var body =
        new Multipart()
            .field("manifest", SendingOffer.manifestOf(List.of(letter)))
            .field(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1))
            .field("message", letter.content())
            .field("recipient", partner);
    return office.put("/transmissions/" + TransmissionId.next(), body);
  }

  @Test
  void thePracticePartnerIsNeverAskedAbout() {
    var files = house.unit(SECOND_CARE_MANAGER, DemoOffices.PRACTICE).files();

    var sent = house.office(SECOND_CARE_MANAGER).offer(TransmissionId.next(), files, "strict=true");

    assertEquals(201, sent.statusCode(), sent.body());
  }
}
