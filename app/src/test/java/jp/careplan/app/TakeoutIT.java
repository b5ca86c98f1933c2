package jp.careplan.app;

import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static jp.careplan.app.house.OfficeClient.json;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.careplan.app.house.AtOnce;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(HouseKeeper.class)
class TakeoutIT {
  private final House house;
  private final OfficeClient office;
  private final OfficeClient partner;

  TakeoutIT(House house) {
    this.house = house;
    this.office = house.office(SECOND_CARE_MANAGER);
    this.partner = house.office(HELPERS);
  }

  @BeforeEach
  void nothingOrdered() {
    house.update("DELETE FROM exchange_takeout_part");
    house.update("DELETE FROM exchange_takeout");
  }

  private static String sent(OfficeClient from, List<OfferedFile> files) {
    var id = TransmissionId.next();
    var answer = from.offer(id, files);
    assertEquals(201, answer.statusCode(), answer.body());
    return id.value();
  }

  private static String ordered(OfficeClient by) {
    var answer = by.post("/takeouts", "");
    assertEquals(202, answer.statusCode(), answer.body());
    return json(answer).getString("id");
  }

  private static String ready(OfficeClient by) {
    String id = ordered(by);
    await(by, id, "READY");
    return id;
  }

  private static void await(OfficeClient by, String id, String state) {
    for (int i = 0; i < 600 && !state(by, id).equals(state); i++) {
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    assertEquals(state, state(by, id));
  }

  private static String state(OfficeClient by, String id) {
    return json(by.get("/takeouts/" + id)).getString("state");
  }

  private static Map<String, byte[]> zip(OfficeClient by, String id) throws IOException {
    HttpResponse<byte[]> answer = by.bytes("/takeouts/" + id + "/zip");
    assertEquals(200, answer.statusCode());
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (var in =
        new ZipInputStream(new ByteArrayInputStream(answer.body()), StandardCharsets.UTF_8)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] ending(Map<String, byte[]> zip, String receipt, String name) {
    return zip.entrySet().stream()
        .filter(it -> it.getKey().contains(receipt) && it.getKey().endsWith("/" + name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  private String receiptOf(String id) {
    return json(office.get("/transmissions/" + id)).getString("receiptNumber");
  }

  @Test
  void bothSidesTakeTheSameBytesAlongWithReceiptsAndAnIndex() throws IOException {
    var files = house.unit(SECOND_CARE_MANAGER, HELPERS).people(3).files();
    String received = sent(office, files);
    String waiting = sent(office, house.unit(SECOND_CARE_MANAGER, HELPERS).files());
    partner.post("/transmissions/" + received + "/receiving", "");

    for (OfficeClient side : List.of(office, partner)) {
      Map<String, byte[]> zip = zip(side, ready(side));

      for (OfferedFile file : files) {
        assertArrayEquals(file.content(), ending(zip, receiptOf(received), file.name()));
      }
      assertArrayEquals(
          office.bytes("/transmissions/" + received + "/receipt").body(),
          ending(zip, receiptOf(received), "受付証.p7m"));
      assertEquals("一覧.csv", zip.keySet().iterator().next());
      String index = new String(zip.get("一覧.csv"), StandardCharsets.UTF_8);
      assertTrue(index.startsWith("\uFEFF区分,状態,"), index.substring(0, 60));
      assertTrue(index.contains(files.getFirst().name()));
      assertTrue(new String(zip.get("受付証の発行者.pem"), StandardCharsets.US_ASCII).contains("BEGIN"));
      long contents =
          zip.keySet().stream()
              .filter(it -> it.contains(receiptOf(waiting)) && it.endsWith(".CSV"))
              .count();
      assertEquals(side == office ? 3 : 0, contents); // for the recipient, opening is receiving
    }
  }

  @Test
  void ofOrdersAtTheSameMomentOneIsMadeAndTheOthersAreToldOfIt() {
    sent(office, house.unit(SECOND_CARE_MANAGER, HELPERS).files());

    List<HttpResponse<String>> answers =
        AtOnce.run(
            Stream.<Callable<HttpResponse<String>>>generate(
                    () -> () -> office.post("/takeouts", ""))
                .limit(6)
                .toList());

    assertEquals(1, house.count("SELECT COUNT(*) FROM exchange_takeout"), answers.toString());
    assertEquals(1, answers.stream().filter(it -> it.statusCode() == 202).count());
    String running = house.text("SELECT id FROM exchange_takeout");
    answers.stream()
        .filter(it -> it.statusCode() != 202)
        .forEach(it ->
            assertTrue(
                assertRefused(409, "EX-385", it).getString("detail").contains(running), it.body()));
  }

  @Test
  void whatIsKeptOfItIsSealed() throws Exception {
    sent(office, house.unit(SECOND_CARE_MANAGER, HELPERS).files());
    String id = ready(office);

    String stored = house.everyRowOf("exchange_takeout");

    assertTrue(stored.contains(id));
    assertFalse(stored.contains("架空"));
    assertFalse(stored.contains("UPPLAN"));
    assertFalse(stored.contains("PK\u0003\u0004"));
  }

  @Test
  void aNodeGoesOnWhereAnotherDied() throws Exception {
    sent(office, house.unit(SECOND_CARE_MANAGER, HELPERS).files());
    String id = ready(office);
    Map<String, byte[]> expected = zip(office, id);
    long parts = house.count("SELECT parts FROM exchange_takeout WHERE id = ?", id);

    house.update( // as if it had died with all that was sent done, long ago
        "UPDATE exchange_takeout SET status = 'RUNNING', phase = 'SENT', ready_at = NULL,"
            + " ends_on = NULL, leased_until = '2026-01-01 00:00:00' WHERE id = ?",
        id);
    await(office, id, "READY");

    assertEquals(parts, house.count("SELECT parts FROM exchange_takeout WHERE id = ?", id));
    assertEquals(expected.keySet(), zip(office, id).keySet());
  }

  @Test
  void onlyAdministratorsWhoSeeEverythingTakeItAlong() {
    for (String user :
        List.of(
            house.addStaff(SECOND_CARE_MANAGER, "USER", ""),
            house.addStaff(SECOND_CARE_MANAGER, "ADMINISTRATOR", "43"))) {
      var staff = house.node().office(SECOND_CARE_MANAGER).signInAs(user);
      var answer = staff.post("/takeouts", "");
      assertEquals(403, answer.statusCode(), answer.body());
    }
    String id = ready(office);

    assertRefused(404, "EX-384", partner.get("/takeouts/" + id));
    assertRefused(404, "EX-384", partner.get("/takeouts/" + id + "/zip"));
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'takeout-ordered' AND subject = ?",
            id));
  }

  @Test
  void itIsDeletedWhenItsDayHasCome() {
    String id = ready(office);
    assertEquals(14, daysUntil(json(office.get("/takeouts/" + id))));

    house.update("UPDATE exchange_takeout SET ends_on = '2026-01-01' WHERE id = ?", id);

    await(office, id, "GONE");
    assertRefused(410, "EX-386", office.get("/takeouts/" + id + "/zip"));
    assertEquals(
        0, house.count("SELECT COUNT(*) FROM exchange_takeout_part WHERE takeout_id = ?", id));
  }

  private static long daysUntil(JsonObject takeout) {
    return java.time.temporal.ChronoUnit.DAYS.between(
        java.time.LocalDate.now(java.time.ZoneId.of("Asia/Tokyo")),
        java.time.LocalDate.parse(takeout.getString("endsOn")));
  }
}
