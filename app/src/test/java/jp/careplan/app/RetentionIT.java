package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static jp.careplan.app.house.OfficeClient.json;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(HouseKeeper.class)
class RetentionIT {
  private static final String LONG_AGO = "2023-05-01 03:00:00";

  private final House house;
  private final OfficeClient sender;
  private final OfficeClient recipient;

  RetentionIT(House house) {
    this.house = house;
    this.sender = house.office(SECOND_CARE_MANAGER);
    this.recipient = house.office(HELPERS);
  }

  @AfterEach
  void nobodyChose() {
    house.update("DELETE FROM exchange_retention_choice");
  }

  private String sent() {
    var id = TransmissionId.next();
    var answer = sender.offer(id, house.unit(SECOND_CARE_MANAGER, HELPERS).files());
    assertEquals(201, answer.statusCode(), answer.body());
    return id.value();
  }

  private String received() {
    String id = sent();
    assertEquals(200, recipient.post("/transmissions/" + id + "/receiving", "").statusCode());
    return id;
  }

  /** Makes it as old as if it had been sent in the spring of 2023. */
  private void age(String id) {
    house.update("UPDATE exchange_transmission SET sent_at = ? WHERE id = ?", LONG_AGO, id);
    house.update(
        "UPDATE exchange_content SET look_on = '2025-05-01' WHERE transmission_id = ?", id);
  }

  private void announced(String id) {
    await(
        "SELECT COUNT(*) FROM exchange_content WHERE purge_on IS NOT NULL AND transmission_id = ?",
        1,
        id);
  }

  /** Lets the days of the notice pass. */
  private void letItsDayCome(String id) {
    house.update(
        "UPDATE exchange_content SET purge_on = '2026-01-01' WHERE transmission_id = ?", id);
  }

  private void purged(String id) {
    age(id);
    announced(id);
    letItsDayCome(id);
    await("SELECT COUNT(*) FROM exchange_content WHERE transmission_id = ?", 0, id);
  }

  private void await(String query, long wanted, String id) {
    for (int i = 0; i < 300 && house.count(query, id) != wanted; i++) {
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    assertEquals(wanted, house.count(query, id), query);
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneId.of("Asia/Tokyo"));
  }

  @Test
  void whatIsSentIsKeptForTwoYears() {
    String id = sent();

    JsonObject kept = json(sender.get("/transmissions/" + id)).getJsonObject("retention");

    assertEquals(today().plusYears(2).toString(), kept.getString("until"));
    assertFalse(kept.getBoolean("announced"));
    assertTrue(kept.isNull("purgedAt"));
  }

  @Test
  void theEndIsToldToBothSidesFourteenDaysBefore() throws Exception {
    String id = received();
    String there = "kept-" + id.substring(24) + "@careplan.example";
    house.update("DELETE FROM exchange_notice_order WHERE office = ?", SECOND_CARE_MANAGER);
    house.update(
        "UPDATE application_office SET mail = ? WHERE number = ?", there, SECOND_CARE_MANAGER);

    age(id);
    announced(id);

    for (OfficeClient office : java.util.List.of(sender, recipient)) {
      JsonObject kept = json(office.get("/transmissions/" + id)).getJsonObject("retention");
      assertEquals(today().plusDays(14).toString(), kept.getString("until"));
      assertTrue(kept.getBoolean("announced"));
      assertTrue(office.get("/retention/ending").body().contains(id));
      assertEquals(200, office.bytes("/transmissions/" + id + "/bundle").statusCode());
    }
    house.update(
        "UPDATE exchange_expiry SET announced_on = '2026-01-01' WHERE transmission_id = ?", id);
    String mail = house.mailTo(there, 0);
    assertTrue(mail.contains("送ったもの: "), mail);
    assertTrue(mail.contains("保存期間と持ち出し"), mail);
    assertFalse(mail.contains(id), mail);
    await("SELECT COUNT(*) FROM exchange_expiry WHERE told = TRUE AND transmission_id = ?", 2, id);
  }

  @Test
  void everyDoorSaysThatTheContentIsGoneAndReceiptAndHistoryStay() {
    String id = received();
    String before = json(sender.get("/transmissions/" + id)).getString("state");

    purged(id);

    assertEquals(
        0, house.count("SELECT COUNT(*) FROM exchange_person WHERE transmission_id = ?", id));
    for (OfficeClient office : java.util.List.of(sender, recipient)) {
      String path = "/transmissions/" + id;
      JsonObject detail = json(office.get(path));
      assertEquals(before, detail.getString("state"));
      assertFalse(detail.getJsonObject("retention").isNull("purgedAt"));
      assertEquals(3, detail.getJsonArray("files").size());
      assertEquals(200, office.bytes(path + "/receipt").statusCode());
      assertRefused(410, "EX-381", office.get(path + "/bundle"));
      String file = detail.getJsonArray("files").getJsonObject(0).getString("name");
      assertRefused(410, "EX-381", office.get(path + "/files/" + file));
    }
    var page = entered(HELPERS);
    assertTrue(page.get("/office/transmission?id=" + id).body().contains("中身が消えました"));
    for (String path : java.util.List.of("/office/read?id=", "/office/download/")) {
      var answer = page.get(path + id + (path.endsWith("/") ? "/all" : ""));
      assertEquals(410, answer.statusCode(), path);
      assertEquals("EX-381", PageClient.problem(answer), path);
    }
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'content-purged' AND subject = ?",
            id));
  }

  private PageClient entered(String office) {
    var page = new PageClient(house.node());
    String address = json(house.office(office).post("/handoff", "")).getString("url");
    page.enter(address);
    return page;
  }

  @Test
  void whatNobodyReceivedExpiresAndTheSenderIsTold() throws Exception {
    String id = sent();
    String there = "gone-" + id.substring(24) + "@careplan.example";
    house.update("DELETE FROM exchange_notice_order WHERE office = ?", SECOND_CARE_MANAGER);
    house.update(
        "UPDATE application_office SET mail = ? WHERE number = ?", there, SECOND_CARE_MANAGER);
    long last = json(sender.get("/events?after=0")).getJsonNumber("last").longValue();

    purged(id);

    assertEquals("EXPIRED", json(sender.get("/transmissions/" + id)).getString("state"));
    assertEquals("EXPIRED", json(recipient.get("/transmissions/" + id)).getString("state"));
    assertTrue(lastEvents(last).contains("\"EXPIRED\""));
    assertRefused(410, "EX-382", recipient.post("/transmissions/" + id + "/receiving", ""));
    assertRefused(410, "EX-382", recipient.get("/transmissions/" + id + "/bundle"));
    assertRefused(410, "EX-381", sender.get("/transmissions/" + id + "/bundle"));
    assertRefused(
        410, "EX-382", sender.post("/transmissions/" + id + "/withdrawal", "{\"reason\":\"見本\"}"));
    house.update(
        "UPDATE exchange_expiry SET purged_at = '2026-01-02 00:00:00', told = FALSE"
            + " WHERE transmission_id = ?",
        id);
    assertTrue(house.mailTo(there, 0).contains("期限切れ"));
  }

  private String lastEvents(long after) {
    String events = "";
    long last = after;
    while (true) { // at most 200 at a time
      var answer = json(sender.get("/events?after=" + last));
      if (answer.getJsonArray("events").isEmpty()) {
        return events;
      }
      events = answer.toString();
      last = answer.getJsonNumber("last").longValue();
    }
  }

  @Test
  void theLongerChoiceOfBothSidesHolds() {
    String id = received();
    assertEquals(5, json(put(recipient, "{\"years\":5}")).getInt("years"));

    age(id);
    await(
        "SELECT COUNT(*) FROM exchange_content WHERE look_on > '2026-01-01' AND purge_on IS NULL"
            + " AND transmission_id = ?",
        1,
        id);

    for (OfficeClient office : java.util.List.of(sender, recipient)) {
      JsonObject kept = json(office.get("/transmissions/" + id)).getJsonObject("retention");
      assertEquals("2028-05-01", kept.getString("until"));
    }
  }

  @Test
  void whoChoosesMoreYearsInTimeKeepsWhatWasAnnounced() {
    String id = received();
    age(id);
    announced(id);

    put(sender, "{\"years\":5}");
    letItsDayCome(id);

    await("SELECT COUNT(*) FROM exchange_expiry WHERE transmission_id = ?", 0, id);
    assertEquals(200, recipient.bytes("/transmissions/" + id + "/bundle").statusCode());
    JsonObject kept = json(sender.get("/transmissions/" + id)).getJsonObject("retention");
    assertFalse(kept.getBoolean("announced"));
  }

  @Test
  void administratorsChooseBetweenTwoAndFiveYears() {
    assertRefused(422, "EX-383", put(sender, "{\"years\":1}"));
    assertRefused(422, "EX-383", put(sender, "{\"years\":6}"));
    assertRefused(400, "KE-202", put(sender, "{\"years\":\"5\"}"));
    String user = house.addStaff(CARE_MANAGER, "USER", "");
    assertRefused(
        403, "AP-401", put(house.node().office(CARE_MANAGER).signInAs(user), "{\"years\":3}"));

    put(sender, "{\"years\":3}");

    JsonObject choice = json(sender.get("/retention"));
    assertEquals(3, choice.getInt("years"));
    assertTrue(choice.getBoolean("chosen"));
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'retention-chosen'"
                + " AND office = ? AND subject = '3'",
            SECOND_CARE_MANAGER));
  }

  private static java.net.http.HttpResponse<String> put(OfficeClient office, String body) {
    return office.call(
        "PUT",
        "/retention",
        "application/json",
        body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void operatorsReadWhatWentWhen() {
    purged(sent());
    var desk = DeskClient.of(house.node(), "OPERATOR", "");

    String page = desk.get("/desk/retention").body();

    assertTrue(page.contains("うち、受け取られないまま"), page);
    assertTrue(house.count("SELECT SUM(expired) FROM exchange_purge_day") >= 1);
    assertEquals(
        403, DeskClient.of(house.node(), "HELPDESK", "").get("/desk/retention").statusCode());
  }

  /** As old as records get, and without content. */
  private void makeOld(String id) {
    house.update("DELETE FROM exchange_content WHERE transmission_id = ?", id);
    house.update(
        "UPDATE exchange_transmission SET sent_at = '2021-05-01 03:00:00' WHERE id = ?", id);
  }

  private static final String RECORD = "SELECT COUNT(*) FROM exchange_transmission WHERE id = ?";

  @Test
  void afterFiveYearsTheRecordsGoAndTheTrailStays() throws SQLException {
    String id = received();
    String young = received();
    house.update("DELETE FROM exchange_content WHERE transmission_id = ?", young);

    makeOld(id);
    await(RECORD, 0, id);

    assertTrue(house.tablesWith("transmission_id").size() > 9);
    for (String table : house.tablesWith("transmission_id")) {
      assertEquals(
          0,
          house.count("SELECT COUNT(*) FROM " + table + " WHERE transmission_id = ?", id),
          table);
    }
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'transmission-received'"
                + " AND subject = ?",
            id));
    assertEquals(1, house.count(RECORD, young));
    assertRefused(404, "EX-102", sender.get("/transmissions/" + id));
  }

  @Test
  void whatWasWrittenOnTheBoardOfMonthsLongPastGoesToo() {
    for (String month : List.of("202101", "202606")) {
      house.update(
          "INSERT INTO exchange_board_tick (office, service_month, lane, planning, partner,"
              + " service_kind, satellite, way, ticked_by, ticked_at) VALUES ('9970009971', ?,"
              + " 'RESULT', TRUE, '9970000022', '11', '', 'NO_RESULT', 'x', '2021-02-01')",
          month);
      house.update(
          "INSERT INTO exchange_reminder (asked_by_office, asked_office, asked_on, lane,"
              + " service_month, asked_by) VALUES ('9970009971', '9970000022', ?, 'RESULT', ?,"
              + " 'x')",
          month.substring(0, 4) + "-02-01",
          month);
    }

    await("SELECT COUNT(*) FROM exchange_board_tick WHERE office = ?", 1, "9970009971");
    await("SELECT COUNT(*) FROM exchange_reminder WHERE asked_by_office = ?", 1, "9970009971");
    assertEquals(
        "202606",
        house.text("SELECT service_month FROM exchange_board_tick WHERE office = '9970009971'"));
  }

  @Test
  void whatIsStillToBeSettledOrKeptIsNotForgotten() {
    String wrong = received();
    sender.post("/transmissions/" + wrong + "/misdirection", "{\"words\":\"番号の間違い\"}");
    String kept = received();
    house.update(
        "UPDATE exchange_content SET look_on = '2099-01-01' WHERE transmission_id = ?", kept);
    String marker = received();
    makeOld(wrong);
    house.update(
        "UPDATE exchange_transmission SET sent_at = '2021-05-01 03:00:00' WHERE id = ?", kept);

    makeOld(marker);
    await(RECORD, 0, marker);

    assertEquals(1, house.count(RECORD, wrong));
    assertEquals(1, house.count(RECORD, kept));
    settle(wrong);
    await(RECORD, 0, wrong);
  }

  /** The purge has found the record, and waits for whoever opens the case again. */
  @Test
  void aCaseThatIsOpenedWhenTheRecordIsAboutToGoKeepsIt() throws Exception {
    assumeFalse(Database.isEmbedded(), "who waits for whom is asked in MariaDB's words");
    String wrong = received();
    sender.post("/transmissions/" + wrong + "/misdirection", "{\"words\":\"番号の間違い\"}");
    makeOld(wrong);
    try (Connection reporter = house.database().connect()) {
      reporter.setAutoCommit(false);
      run(reporter, "SELECT id FROM exchange_transmission WHERE id = ? FOR UPDATE", wrong);
      settle(wrong);
      awaitSomebodyInLine();
      run(
          reporter,
          "UPDATE exchange_misdirection SET settled_at = NULL WHERE transmission_id = ?",
          wrong);
      reporter.commit();
    }
    String marker = received();
    makeOld(marker);
    await(RECORD, 0, marker);

    assertEquals(1, house.count(RECORD, wrong));
    settle(wrong);
    await(RECORD, 0, wrong);
  }

  private void settle(String id) {
    house.update(
        "UPDATE exchange_misdirection SET settled_at = '2021-06-01 00:00:00'"
            + " WHERE transmission_id = ?",
        id);
  }

  private static void run(Connection connection, String sql, String id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, id);
      statement.execute();
    }
  }

  private void awaitSomebodyInLine() throws InterruptedException {
    String line =
        "SELECT COUNT(*) FROM information_schema.processlist WHERE id <> CONNECTION_ID()"
            + " AND info LIKE '%exchange_transmission%FOR UPDATE%'";
    for (int i = 0; i < 600 && house.count(line) == 0; i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    assertTrue(house.count(line) > 0, "the purge came by");
  }
}
