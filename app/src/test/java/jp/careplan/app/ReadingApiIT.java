package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.DAY_SERVICE;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static jp.careplan.app.house.House.SUPPORT_CENTER;
import static jp.careplan.app.house.OfficeClient.json;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import jp.careplan.app.browser.BoardUnits;
import jp.careplan.app.browser.Plans;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.Multipart;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 帳票 and 版 over the API: the same as on the pages, to the same people. */
@ExtendWith(HouseKeeper.class)
class ReadingApiIT {
  private final House house;
  private final OfficeClient sender;
  private final OfficeClient recipient;

  ReadingApiIT(House house) {
    this.house = house;
    this.sender = house.office(CARE_MANAGER);
    this.recipient = house.office(HELPERS);
  }

  private String sent() {
    var id = TransmissionId.next();
    var answer = sender.offer(id, house.unit().people(2).files());
    assertEquals(201, answer.statusCode(), answer.body());
    return "/transmissions/" + id;
  }

  private String received() {
    String path = sent();
    recipient.post(path + "/receiving", "");
    return path;
  }

  private static List<JsonObject> items(OfficeClient office, String path, String name) {
    return json(office.get(path)).getJsonArray(name).getValuesAs(JsonObject.class);
  }

  private static String pdf(HttpResponse<byte[]> answer) throws IOException {
    assertEquals(200, answer.statusCode());
    try (var document = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }

  @Test
  void bothSidesReadTheFormsOfEachPerson() {
    String path = received();

    for (OfficeClient side : List.of(sender, recipient)) {
      List<JsonObject> people = items(side, path + "/people", "people");
      JsonObject second = json(side.get(path + "/people/2"));

      assertEquals(2, people.size());
      assertEquals("9900000002", people.get(1).getString("insuredNumber"));
      assertEquals(people.get(1), second.getJsonObject("person"));
      List<String> numbers =
          second.getJsonArray("forms").getValuesAs(JsonObject.class).stream()
              .map(it -> it.getString("number"))
              .toList();
      assertEquals(List.of("第6表", "第7表"), numbers.stream().filter(it -> !it.isEmpty()).toList());
      assertTrue(second.toString().contains("\"kind\":\"grid\""));
      assertTrue(second.toString().contains("見本ヘルパーステーション"));
    }
  }

  @Test
  void theFormsComeAsPaperOfOnePersonAndOfAll() throws IOException {
    String path = received();

    String one = pdf(recipient.bytes(path + "/people/1/paper"));
    String all = pdf(recipient.bytes(path + "/paper"));

    assertTrue(one.contains("9900000001"), one);
    assertFalse(one.contains("9900000002"), one);
    assertTrue(all.contains("9900000001") && all.contains("9900000002"), all);
  }

  @Test
  void eachLookIsAnEntryThatNamesAPersonByPlace() {
    String path = received();
    String id = path.substring(path.lastIndexOf('/') + 1);

    recipient.get(path + "/people");
    recipient.get(path + "/people/2");
    recipient.bytes(path + "/people/2/paper");
    assertEquals(204, recipient.post(path + "/people/2/printed", "").statusCode());

    assertEquals(
        List.of("forms-saved " + id + "/2", "people-listed " + id, "person-printed " + id + "/2"),
        house.texts(
            "SELECT CONCAT(action, ' ', subject) FROM kernel_audit_entry WHERE office = '"
                + HELPERS
                + "' AND subject LIKE '"
                + id
                + "%' AND action IN ('people-listed', 'person-printed', 'forms-saved')"
                + " ORDER BY action"));
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'person-shown' AND subject = ?",
            id + "/2"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/people",
        "/people/1",
        "/people/1/changes",
        "/people/1/comparison",
        "/people/1/paper",
        "/people/1/pictures/1",
        "/paper"
      })
  void nobodyReadsWhatIsNotOpenToThem(String door) {
    String path = sent();

    assertRefused(409, "EX-106", recipient.get(path + door));
    recipient.post(path + "/receiving", "");
    String user = house.addStaff(HELPERS, "USER", "15");
    OfficeClient limited = house.node().office(HELPERS).signInAs(user);
    assertRefused(404, "EX-102", limited.get(path + door));
    assertRefused(404, "EX-102", house.office(DAY_SERVICE).get(path + door));
    sender.post(path + "/misdirection", "{\"words\":\"\"}");
    assertRefused(409, "EX-326", recipient.get(path + door));
    assertRefused(409, "EX-326", sender.get(path + door));
  }

  @Test
  void whoIsNotInTheUnitIsNotFound() {
    String path = received();

    for (String door : List.of("", "/changes", "/comparison", "/paper", "/pictures/1")) {
      assertRefused(404, "EX-231", recipient.get(path + "/people/3" + door));
      assertRefused(404, "EX-231", recipient.get(path + "/people/0" + door));
      assertRefused(400, "KE-202", recipient.get(path + "/people/x" + door));
    }
    assertRefused(404, "EX-231", recipient.post(path + "/people/3/printed", ""));
    assertRefused(404, "EX-232", recipient.get(path + "/people/1/pictures/1"));
    assertRefused(400, "EX-101", recipient.get("/transmissions/1/people"));
  }

  @Test
  void aPictureComesAsItWasSent() {
    var id = TransmissionId.next();
    OfficeClient center = house.office(SUPPORT_CENTER);
    var answer = center.offer(id, Plans.withPicture(house));
    assertEquals(201, answer.statusCode(), answer.body());
    String path = "/transmissions/" + id;

    var picture = center.bytes(path + "/people/1/pictures/1");

    assertEquals(200, picture.statusCode());
    assertEquals((byte) 0xFF, picture.body()[0]);
    assertTrue(center.get(path + "/people/1").body().contains("\"picture\":1"));
  }

  @Test
  void aCorrectionIsToldAndLaidOverWhatWasBefore() {
    var units = new BoardUnits(house, "203101");
    String first = "/transmissions/" + units.plan(2);
    String second = "/transmissions/" + units.correction();
    OfficeClient manager = house.office(SECOND_CARE_MANAGER);

    JsonObject old = items(manager, first + "/versions", "people").getFirst();
    JsonObject corrected = items(recipient, second + "/versions", "people").getFirst();
    String changes = manager.get(second + "/people/1/changes").body();

    assertEquals(1, old.getInt("version"));
    assertEquals(2, old.getInt("versions"));
    assertTrue(second.endsWith(old.getJsonObject("newest").getString("transmission")));
    assertTrue(first.endsWith(corrected.getJsonObject("before").getString("transmission")));
    assertFalse(corrected.getJsonObject("before").getBoolean("open"));
    assertTrue(changes.contains("\"ADDED\"") || changes.contains("\"DIFFERENT\""), changes);
    assertEquals(List.of(), items(manager, first + "/people/1/changes", "forms"));
    assertRefused(404, "EX-102", house.office(DAY_SERVICE).get(first + "/versions"));
  }

  @Test
  void aResultIsLaidOverItsPlan() {
    var units = new BoardUnits(house, "203103");
    String plan = "/transmissions/" + units.plan(2);
    String result = "/transmissions/" + units.result(2);

    List<JsonObject> parts = items(recipient, result + "/versions", "people");
    List<JsonObject> closed = items(recipient, result + "/people/1/comparison", "forms");

    assertEquals(
        List.of(true, false), parts.stream().map(it -> it.getBoolean("differsFromPlan")).toList());
    assertEquals(List.of(), closed); // the plan is not received yet
    recipient.post(plan + "/receiving", "");
    String open = recipient.get(result + "/people/1/comparison").body();
    assertTrue(open.contains("\"DIFFERENT\""), open);
    assertEquals(List.of(), items(recipient, plan + "/people/1/comparison", "forms"));
  }

  private static Multipart parts(List<OfferedFile> files) {
    var body = new Multipart();
    files.forEach(file -> body.file("file", file.name(), file.content()));
    return body;
  }

  @Test
  void theFormsOfWhatIsNotSentComeWithTheCheckAndLeaveNothingBehind() throws IOException {
    var body = parts(house.unit().people(2).files());
    long before = house.count("SELECT COUNT(*) FROM exchange_transmission");

    var answer = sender.postMultipart("/checks/forms", body);
    String paper = pdf(sender.postMultipartForPaper("/checks/forms", body));

    assertEquals(200, answer.statusCode(), answer.body());
    JsonObject unit = json(answer).getJsonArray("units").getJsonObject(0);
    assertEquals("accepted", unit.getJsonObject("checked").getString("verdict"));
    List<JsonObject> people = unit.getJsonArray("people").getValuesAs(JsonObject.class);
    assertEquals(2, people.size());
    assertEquals("9900000002", people.get(1).getJsonObject("person").getString("insuredNumber"));
    assertEquals("第6表", people.get(1).getJsonArray("forms").getJsonObject(0).getString("number"));
    assertTrue(paper.contains("9900000002") && paper.contains("まだ送っていません"), paper);
    assertEquals(before, house.count("SELECT COUNT(*) FROM exchange_transmission"));
  }

  @Test
  void filesWithNobodyInThemMakeNoPaper() {
    var body = parts(List.of(new OfferedFile("memo.csv", new byte[] {'x'})));

    var forms = sender.postMultipart("/checks/forms", body);

    JsonObject unit = json(forms).getJsonArray("units").getJsonObject(0);
    assertTrue(unit.getJsonArray("people").isEmpty());
    assertEquals("memo.csv", unit.getJsonArray("unreadableFiles").getString(0));
    assertEquals(404, sender.postMultipartForPaper("/checks/forms", body).statusCode());
  }

  @Test
  void aChangeGoesToTheRestOnceAndToNobodyElse() {
    String change = "/transmissions/" + Plans.changedForOne(house, "79000031");

    assertEquals("[]", units(recipient.post(change + "/rest", "{}")).toString());
    assertRefused(404, "EX-102", house.office(SUPPORT_CENTER).post(change + "/rest", "{}"));
    assertRefused(400, "KE-202", sender.post(change + "/rest", "{\"to\":[]}"));
    String other = "{\"to\":[{\"number\":\"9970000099\",\"serviceKind\":\"11\"}]}";
    assertEquals("[]", units(sender.post(change + "/rest", other)).toString());

    List<JsonObject> sent = units(sender.post(change + "/rest", "{\"confirmed\":true}"));

    assertEquals(1, sent.size());
    assertTrue(sent.getFirst().isNull("problem"), sent.toString());
    assertEquals(DAY_SERVICE, sent.getFirst().getJsonObject("recipient").getString("number"));
    String id = sent.getFirst().getJsonObject("accepted").getString("id");
    assertEquals(200, sender.get("/transmissions/" + id).statusCode());
    assertEquals("[]", units(sender.post(change + "/rest", "{}")).toString());
    assertEquals(List.of(), items(sender, change + "/versions", "behind"));
  }

  @Test
  void whatDoesNotGoToTheRestStaysWithItsReason() {
    String change = "/transmissions/" + Plans.changedForOne(house, "79000032");
    List<OfferedFile> again = Plans.changed(house, "79000032", "0604,,2460");
    var id = TransmissionId.next();
    assertEquals(201, sender.offer(id, again, "reason=介護ソフトの見本のため").statusCode());
    String faulty = "/transmissions/" + id;

    List<JsonObject> kept = units(sender.post(faulty + "/rest", "{}"));
    List<JsonObject> sent = units(sender.post(faulty + "/rest", "{\"reason\":\"見本のため\"}"));

    JsonObject problem = kept.getFirst().getJsonObject("problem");
    assertEquals("EX-201", problem.getString("code"));
    assertTrue(problem.getBoolean("overridable"));
    assertFalse(problem.getJsonArray("findings").isEmpty());
    assertTrue(kept.getFirst().isNull("accepted"));
    assertTrue(sent.getFirst().isNull("problem"), sent.toString());
    assertEquals(200, sender.get(change).statusCode());
  }

  private static List<JsonObject> units(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return json(answer).getJsonArray("units").getValuesAs(JsonObject.class);
  }

  @Test
  void theListsComeAsTablesForSpreadsheetsToo() {
    String path = received();
    String number = json(sender.get(path)).getString("receiptNumber");

    for (OfficeClient side : List.of(sender, recipient)) {
      var table = side.table(side == sender ? "/sent?kind=plan" : "/inbox?kind=plan");
      assertEquals(
          "text/csv;charset=UTF-8", table.headers().firstValue("Content-Type").orElseThrow());
      assertTrue(table.body().startsWith("\uFEFF状態,相手,事業所番号"), table.body());
      assertTrue(table.body().contains(number), table.body());
    }
    assertFalse(recipient.table("/inbox?month=203512").body().contains(number));
    assertTrue(sender.table("/partners").body().contains(HELPERS));
    assertTrue(sender.table("/directory").body().contains(HELPERS));
    assertTrue(sender.table("/trail").body().startsWith("\uFEFF日時,だれが（ユーザID）"));
    assertRefused(422, "KE-102", sender.table("/inbox?month=1"));
    String user = house.addStaff(CARE_MANAGER, "USER", "");
    OfficeClient staff = house.node().office(CARE_MANAGER).signInAs(user);
    assertRefused(403, "AP-401", staff.table("/trail"));
  }
}
