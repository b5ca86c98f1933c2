package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SUPPORT_CENTER;
import static jp.careplan.app.house.OfficeClient.json;
import static jp.careplan.app.house.PageClient.problem;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 誤送信: what came to the wrong office, at every door. */
@ExtendWith(HouseKeeper.class)
class MisdirectionIT {
  private final House house;
  private final OfficeClient sender;
  private final OfficeClient recipient;

  MisdirectionIT(House house) {
    this.house = house;
    this.sender = house.office(CARE_MANAGER);
    this.recipient = house.office(HELPERS);
  }

  /** A transmission that was received, and its files. */
  private record Unit(TransmissionId id, List<OfferedFile> files) {
    String path() {
      return "/transmissions/" + id;
    }

    String caseOf() {
      return path() + "/misdirection";
    }
  }

  private Unit sent() {
    var unit = new Unit(TransmissionId.next(), house.unit().files());
    var answer = sender.offer(unit.id(), unit.files());
    assertEquals(201, answer.statusCode(), answer.body());
    return unit;
  }

  private Unit received() {
    Unit unit = sent();
    recipient.post(unit.path() + "/receiving", "");
    return unit;
  }

  private Unit frozen() {
    Unit unit = received();
    var answer = sender.post(unit.caseOf(), "{\"words\":\"番号を1つ間違えました\"}");
    assertEquals(200, answer.statusCode(), answer.body());
    return unit;
  }

  private PageClient pages(OfficeClient office) {
    var pages = new PageClient(house.node());
    pages.enter(json(office.post("/handoff", "")).getString("url"));
    return pages;
  }

  @Test
  void whatIsFrozenIsOpenedByNobodyOverTheApi() {
    Unit unit = frozen();

    for (OfficeClient side : List.of(sender, recipient)) {
      assertRefused(
          409, "EX-326", side.get(unit.path() + "/files/" + unit.files().getFirst().name()));
      assertRefused(409, "EX-326", side.get(unit.path() + "/bundle"));
      JsonObject detail = json(side.get(unit.path()));
      assertTrue(detail.getJsonArray("files").isEmpty());
      assertTrue(detail.getJsonArray("findings").isEmpty());
      assertFalse(detail.isNull("frozenAt"));
      assertEquals("RECEIVED", detail.getString("state"));
    }
    assertRefused(
        409, "EX-326", recipient.post(unit.path() + "/import", "{\"outcome\":\"IMPORTED\"}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/office/read?id=%s",
        "/office/read?id=%s&person=1",
        "/office/read?id=%s&person=1&before=1",
        "/office/paper/%s/1.pdf",
        "/office/paper/%s/all.pdf",
        "/office/paper/%s/1/picture/1",
        "/office/download/%s/all"
      })
  void whatIsFrozenIsOpenedByNobodyOnThePages(String address) {
    Unit unit = frozen();

    for (OfficeClient side : List.of(sender, recipient)) {
      var answer = pages(side).get(address.formatted(unit.id()));

      assertEquals(409, answer.statusCode(), answer.body());
      assertEquals("EX-326", problem(answer));
    }
  }

  @Test
  void ofWhatIsFrozenNotEvenTheNamesOfFilesAreShownNorAPrintNoted() {
    Unit unit = frozen();
    PageClient pages = pages(recipient);

    String page = pages.get("/office/transmission?id=" + unit.id()).body();
    var single = pages.get("/office/download/" + unit.id() + "/0");
    var printed = pages.post("/office/paper/" + unit.id() + "/1/printed", "");
    String list = pages.get("/office/export/inbox?partner=" + CARE_MANAGER).body();

    assertTrue(page.contains("凍結しています"), page);
    assertFalse(page.contains(unit.files().getFirst().name()));
    assertEquals("EX-110", problem(single)); // the page knows of no file
    assertEquals("EX-326", problem(printed));
    assertTrue(list.contains("凍結中"), list);
  }

  @Test
  void aPlanThatIsFrozenLiesUnderNoResultAndBesideNoLaterPlan() {
    Unit unit = frozen();
    Unit later = received();

    String page =
        pages(recipient).get("/office/read?id=" + later.id() + "&person=1&before=1").body();

    assertFalse(page.contains(unit.id().value()));
  }

  @Test
  void theReceiptStaysWithBothSides() {
    Unit unit = frozen();

    assertEquals(200, sender.bytes(unit.path() + "/receipt").statusCode());
    assertEquals(200, recipient.bytes(unit.path() + "/receipt").statusCode());
  }

  @Test
  void theSenderSeesWhoLooked() {
    Unit unit = received();
    PageClient pages = pages(recipient);
    pages.get("/office/read?id=" + unit.id() + "&person=1");
    recipient.bytes(unit.path() + "/bundle");

    sender.post(unit.caseOf(), "{\"words\":\"番号を1つ間違えました\"}");

    List<String> looks =
        json(sender.get(unit.caseOf())).getJsonArray("looks").stream()
            .map(look -> look.asJsonObject().getString("action"))
            .toList();
    assertEquals(
        List.of(
            "transmission-received", "person-shown", "files-downloaded", "transmission-downloaded"),
        looks);
  }

  @Test
  void aCaseGoesItsWayUntilTheRecipientHasNothingLeft() {
    Unit unit = frozen();

    sender.post(unit.caseOf() + "/deletion-request", "");
    recipient.post(unit.caseOf() + "/deletion", "{\"words\":\"印刷した2枚を裁断しました\"}");
    var settled = sender.post(unit.caseOf() + "/settlement", "{\"outcome\":\"ERASED\"}");

    assertEquals("ERASED", json(settled).getString("outcome"));
    assertEquals("印刷した2枚を裁断しました", json(settled).getString("deletionWords"));
    assertRefused(410, "EX-327", recipient.get(unit.path() + "/bundle"));
    assertTrue(json(recipient.get(unit.path())).getJsonArray("files").isEmpty());
    assertEquals("EX-327", problem(pages(recipient).get("/office/read?id=" + unit.id())));
    assertEquals(200, sender.bytes(unit.path() + "/bundle").statusCode());
    assertRefused(
        409, "EX-320", sender.post(unit.caseOf() + "/settlement", "{\"outcome\":\"LIFTED\"}"));
    assertRefused(409, "EX-328", sender.post(unit.caseOf(), "{\"words\":\"もう一度\"}"));
    List<String> told =
        json(recipient.get(unit.path())).getJsonArray("events").stream()
            .map(event -> event.asJsonObject().getString("state"))
            .toList();
    assertEquals(
        List.of("SENT", "RECEIVED", "FROZEN", "ERASURE_ASKED", "ERASURE_TOLD", "ERASED"), told);
  }

  @Test
  void whatWentToTheWrongOfficeIsNotProvedToHaveBeenExchanged() {
    long before = provedSets();
    Unit unit = sent();
    recipient.post(unit.path() + "/receiving", "");
    assertEquals(before + 1, provedSets());

    sender.post(unit.caseOf(), "{\"words\":\"番号の間違い\"}");

    assertEquals(before, provedSets());
    sender.post(unit.caseOf() + "/settlement", "{\"outcome\":\"LIFTED\"}");
    assertEquals(before + 1, provedSets());
  }

  private long provedSets() {
    return json(sender.get("/month-proofs")).getJsonObject("figures").getInt("setsSent");
  }

  @Test
  void aReportThatIsTakenBackLeavesEverythingAsItWas() {
    Unit unit = frozen();

    sender.post(unit.caseOf() + "/settlement", "{\"outcome\":\"LIFTED\"}");

    assertEquals(200, recipient.bytes(unit.path() + "/bundle").statusCode());
    assertEquals("DOWNLOADED", json(sender.get(unit.path())).getString("state"));
    assertEquals(200, recipient.post(unit.caseOf(), "{\"words\":\"やはり違います\"}").statusCode());
  }

  @Test
  void beforeItIsReceivedItIsTakenBackInstead() {
    Unit unit = sent();

    var report = sender.post(unit.caseOf(), "{\"words\":\"間違えました\"}");

    assertRefused(409, "EX-328", report);
    assertRefused(404, "EX-329", sender.get(unit.caseOf()));
  }

  @Test
  void eachSideDoesItsOwnStepsAlone() {
    Unit unit = frozen();

    assertRefused(403, "EX-109", recipient.post(unit.caseOf() + "/deletion-request", ""));
    assertRefused(
        403, "EX-109", recipient.post(unit.caseOf() + "/settlement", "{\"outcome\":\"LIFTED\"}"));
    assertRefused(403, "EX-108", sender.post(unit.caseOf() + "/deletion", "{}"));
    assertRefused(404, "EX-102", house.office(SUPPORT_CENTER).get(unit.caseOf()));
  }

  @Test
  void aStaffUserMayStopItButNotSettleIt() {
    Unit unit = received();
    OfficeClient staff =
        house.node().office(CARE_MANAGER).signInAs(house.addStaff(CARE_MANAGER, "USER", ""));

    var report = staff.post(unit.caseOf(), "{\"words\":\"間違えました\"}");

    assertEquals(200, report.statusCode(), report.body());
    assertRefused(
        403, "AP-401", staff.post(unit.caseOf() + "/settlement", "{\"outcome\":\"LIFTED\"}"));
  }

  @Test
  void theStepsGoOverThePagesTooAndEndOnPaper() {
    Unit unit = received();
    PageClient ours = pages(sender);
    PageClient theirs = pages(recipient);
    String address = "/office/misdirected?id=" + unit.id();

    ours.form(address, "reporting").send(Map.of("id", unit.id().value(), "words", "番号の間違い"));
    ours.form(address, "asking").send(Map.of("id", unit.id().value()));
    theirs
        .form(address, "confirming")
        .send(Map.of("id", unit.id().value(), "deleted", "裁断しました", "sure", "1"));
    ours.form(address, "erasing").send(Map.of("id", unit.id().value()));

    String page = ours.get(address).body();
    var paper = ours.bytes("/office/misdirected-report?id=" + unit.id());
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'misdirection-report-saved'"
                + " AND subject = ?",
            unit.id().value()));
    Stream.of("番号の間違い", "裁断しました", "1人分", "3〜5日以内", "30日以内", "第26条", "消しました")
        .forEach(words -> assertTrue(page.contains(words), words));
    assertEquals(200, paper.statusCode());
    assertEquals(
        "%PDF", new String(paper.body(), 0, 4, java.nio.charset.StandardCharsets.US_ASCII));
  }
}
