package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.DAY_SERVICE;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.OfficeClient.json;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import jp.careplan.app.house.AtOnce;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import jp.careplan.exchange.TransmissionId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an office proves, and what its administrators see, over the API. */
@ExtendWith(HouseKeeper.class)
class EvidenceApiIT {
  private final House house;
  private final OfficeClient sender;

  EvidenceApiIT(House house) {
    this.house = house;
    this.sender = house.office(CARE_MANAGER);
  }

  private static String month(int monthsAgo) {
    return DateTimeFormatter.ofPattern("uuuuMM")
        .format(YearMonth.now(ZoneId.of("Asia/Tokyo")).minusMonths(monthsAgo));
  }

  private String received() {
    var id = TransmissionId.next();
    sender.offer(id, house.unit().files());
    house.office(HELPERS).post("/transmissions/" + id + "/receiving", "");
    return "/transmissions/" + id;
  }

  private static String pdf(HttpResponse<byte[]> answer) throws IOException {
    assertEquals(200, answer.statusCode());
    try (var document = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }

  @Test
  void aReceiptIsReadVerifiedAndPrintedByBothSides() throws IOException {
    String path = received();

    for (String side : List.of(CARE_MANAGER, HELPERS)) {
      OfficeClient office = house.office(side);
      JsonObject read = json(office.get(path + "/receipt/reading"));
      String paper = pdf(office.bytes(path + "/receipt/paper"));

      assertFalse(read.isNull("signer"));
      JsonObject signed = read.getJsonObject("signed");
      assertEquals(read.getString("receiptNumber"), signed.getString("receiptNumber"));
      assertEquals(HELPERS, signed.getString("recipient"));
      assertTrue(paper.contains(read.getString("receiptNumber")), paper);
      assertTrue(paper.contains(read.getString("contentHash")), paper);
      assertEquals(
          1,
          house.count(
              "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'receipt-saved'"
                  + " AND office = ? AND subject = ?",
              side,
              path.substring(path.lastIndexOf('/') + 1)));
    }
    assertRefused(404, "EX-102", house.office(DAY_SERVICE).get(path + "/receipt/reading"));
    assertRefused(404, "EX-102", house.office(DAY_SERVICE).get(path + "/receipt/paper"));
  }

  @Test
  void aReceiptThatWasChangedIsSignedByNobody() {
    String path = received();
    house.update(
        "UPDATE exchange_receipt SET cms = ? WHERE transmission_id = ?",
        "no receipt".getBytes(StandardCharsets.UTF_8),
        path.substring(path.lastIndexOf('/') + 1));

    JsonObject read = json(sender.get(path + "/receipt/reading"));

    assertTrue(read.isNull("signer"));
    assertTrue(read.isNull("signed"));
  }

  @Test
  void aMonthsProofIsIssuedTakenAlongAndVerifiedByAnyone() throws IOException {
    received();
    String order = "{\"month\":\"" + month(0) + "\"}";

    JsonObject issued = json(sender.post("/month-proofs", order));
    String code = issued.getString("checkCode");
    String proof = "/month-proofs/" + code;

    assertEquals(code, json(sender.post("/month-proofs", order)).getString("checkCode"));
    JsonObject listed = json(sender.get("/month-proofs?month=" + month(0)));
    assertTrue(listed.getJsonArray("issued").toString().contains(code));
    assertTrue(pdf(sender.bytes(proof + "/paper")).contains(code));
    String table = sender.get(proof + "/table").body();
    assertTrue(table.contains(code) && table.contains(HELPERS), table);
    assertEquals(0x30, sender.bytes(proof + "/signed").body()[0]);
    var anyone = new PageClient(house.node());
    String typed = code.toLowerCase(Locale.ROOT).replace("-", "");
    assertEquals(issued, json(anyone.get("/public/v1/proofs/" + typed)));
    assertRefused(404, "EX-341", anyone.get("/public/v1/proofs/" + code.replace('2', '3')));
    assertRefused(404, "EX-341", house.office(HELPERS).get(proof + "/signed"));
  }

  @Test
  void whoAsksForTheSameProofAtOnceGetsTheSameOne() {
    String order = "{\"month\":\"" + month(0) + "\"}";
    received();
    Callable<String> call = () -> json(sender.post("/month-proofs", order)).getString("checkCode");

    List<String> codes = AtOnce.run(Collections.nCopies(4, call));

    assertEquals(1, codes.stream().distinct().count(), codes.toString());
  }

  @Test
  void nothingIsProvedOfAMonthWithoutExchanges() {
    assertRefused(422, "EX-340", sender.post("/month-proofs", "{\"month\":\"202001\"}"));
    assertRefused(422, "KE-102", sender.post("/month-proofs", "{\"month\":\"2020-1\"}"));
    assertRefused(400, "KE-202", sender.post("/month-proofs", "{}"));
    assertRefused(422, "KE-102", sender.get("/month-proofs?month=1"));
  }

  @Test
  void theTrailIsReadPageByPageOfOneUser() {
    String user = house.addStaff(HELPERS, "USER", "");
    OfficeClient staff = house.node().office(HELPERS).signInAs(user);
    String path = received();
    for (int i = 0; i < 3; i++) {
      staff.get(path + "/people/1");
    }
    OfficeClient office = house.office(HELPERS);
    String query = "/trail?user=" + user + "&limit=2";
    List<JsonObject> all = new ArrayList<>();

    JsonObject page = json(office.get(query));
    all.addAll(page.getJsonArray("items").getValuesAs(JsonObject.class));
    while (!page.isNull("next")) {
      page = json(office.get(query + "&cursor=" + page.getString("next")));
      all.addAll(page.getJsonArray("items").getValuesAs(JsonObject.class));
    }

    assertEquals(4, all.size(), all.toString());
    assertEquals("person-shown", all.getFirst().getString("action"));
    assertEquals("利用者の帳票の表示", all.getFirst().getString("actionName"));
    assertEquals("signed-in", all.getLast().getString("action"));
    assertEquals("", all.getLast().getString("subject"));
    assertEquals(List.of(), json(house.office(DAY_SERVICE).get(query)).getJsonArray("items"));
    assertEquals(
        1,
        json(office.get("/trail?user=" + user + "&action=signed-in")).getJsonArray("items").size());
    assertEquals(
        List.of(), json(office.get("/trail?user=" + user + "&until=2020-01-01")).get("items"));
  }

  @Test
  void ofSomebodyWhoIsNotOfTheOfficeThereAreNoEntries() {
    OfficeClient office = house.office(HELPERS);

    for (String user : List.of("exchange", "nobody", "KJ999970000099-99")) {
      assertEquals(List.of(), json(office.get("/trail?user=" + user)).get("items"), user);
    }
  }

  @Test
  void thatEntriesLeaveTheHouseIsAnEntryItselfEachTime() {
    String saved =
        "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'office-trail-saved' AND office = ?";
    OfficeClient office = house.office(HELPERS);
    long before = house.count(saved, HELPERS);

    String next = json(office.get("/trail?limit=1")).getString("next");
    office.get("/trail?limit=1&cursor=" + next);

    assertEquals(before + 2, house.count(saved, HELPERS));
  }

  @Test
  void whatAnOperatorDidIsToldWithoutName() {
    house.update(
        "INSERT INTO kernel_audit_entry (id, occurred_at, actor, office, action, subject, reason)"
            + " VALUES (?, '2026-09-11 01:00:00', 'operator-x', ?, 'certificate-revoked', 'T',"
            + " '秘密の理由')",
        "01993157-0000-7000-8000-00000000000b",
        DAY_SERVICE);

    HttpResponse<String> told =
        house.office(DAY_SERVICE).get("/trail?from=2026-09-11&until=2026-09-11");

    assertTrue(json(told).getJsonArray("items").getJsonObject(0).isNull("by"), told.body());
    assertFalse(told.body().contains("秘密の理由"));
    assertFalse(told.body().contains("operator-x"));
    house.update(
        "DELETE FROM kernel_audit_entry WHERE id = '01993157-0000-7000-8000-00000000000b'");
  }

  @Test
  void aMonthIsTickedOffOnceAndOnlyWhenItIsOver() {
    OfficeClient office = house.office(DAY_SERVICE);
    String last = "/trail/months/" + month(3);

    JsonObject open = json(office.get(last));
    JsonObject done = json(office.post(last + "/confirmation", ""));

    assertTrue(open.isNull("confirmed"));
    assertTrue(open.getBoolean("over"));
    assertEquals("KJ99" + DAY_SERVICE, done.getJsonObject("confirmed").getString("by"));
    assertRefused(409, "KE-203", office.post(last + "/confirmation", ""));
    String running = "/trail/months/" + month(0);
    assertRefused(422, "EX-342", office.post(running + "/confirmation", ""));
    assertTrue(json(office.get(running)).getInt("entries") > 0);
    List<JsonObject> months =
        json(office.get("/trail/months")).getJsonArray("items").getValuesAs(JsonObject.class);
    assertEquals(12, months.size());
    assertFalse(months.get(3).isNull("confirmed"));
    assertTrue(months.getFirst().isNull("confirmed"));
  }

  @Test
  void ofThoseWhoTickAMonthOffAtOnceOneDoesIt() {
    OfficeClient office = house.office(DAY_SERVICE);
    String confirmation = "/trail/months/" + month(4) + "/confirmation";
    Callable<Integer> call = () -> office.post(confirmation, "").statusCode();

    List<Integer> answers = AtOnce.run(Collections.nCopies(4, call));

    assertEquals(List.of(200, 409, 409, 409), answers.stream().sorted().toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /trail",
        "GET /trail/months",
        "GET /trail/months/202601",
        "POST /trail/months/202601/confirmation",
        "GET /month-proofs",
        "POST /month-proofs",
        "GET /month-proofs/202610-7K2M9-QX4TB-31ZNA/paper",
        "GET /month-proofs/202610-7K2M9-QX4TB-31ZNA/table",
        "GET /month-proofs/202610-7K2M9-QX4TB-31ZNA/signed"
      })
  void whoDoesNotAdministerIsRefused(String call) {
    String user = house.addStaff(CARE_MANAGER, "USER", "");
    OfficeClient staff = house.node().office(CARE_MANAGER).signInAs(user);
    String path = call.substring(call.indexOf(' ') + 1);

    assertRefused(
        403,
        "AP-401",
        call.startsWith("GET") ? staff.get(path) : staff.post(path, "{\"month\":\"202601\"}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"cursor=x", "cursor=eA", "from=1", "until=2026-13-01", "limit=x"})
  void aQuestionOfTheWrongShapeIsRefused(String query) {
    assertRefused(400, "KE-202", sender.get("/trail?" + query));
  }
}
