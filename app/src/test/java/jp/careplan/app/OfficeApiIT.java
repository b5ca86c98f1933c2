package jp.careplan.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static jp.careplan.app.house.OfficeClient.json;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jp.careplan.app.browser.BoardUnits;
import jp.careplan.app.house.AtOnce;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.exchange.TransmissionId;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the office's pages do about partners and months, done over the API. */
@ExtendWith(HouseKeeper.class)
class OfficeApiIT {
  private static final String THEIRS = "P-" + HELPERS + "-11-";
  private static final String OURS = "S-" + SECOND_CARE_MANAGER + "-11-";

  private final House house;
  private final OfficeClient manager;

  OfficeApiIT(House house) {
    this.house = house;
    this.manager = house.office(SECOND_CARE_MANAGER);
  }

  private static List<JsonObject> lines(OfficeClient office, String query) {
    return json(office.get("/board?" + query)).getJsonArray("lines").getValuesAs(JsonObject.class);
  }

  private static JsonObject line(OfficeClient office, String month, String name) {
    return lines(office, "month=" + month).stream()
        .filter(it -> it.getString("line").equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static HttpResponse<String> put(OfficeClient office, String path, String body) {
    return office.call("PUT", path, "application/json", body.getBytes(UTF_8));
  }

  private static String pdf(HttpResponse<byte[]> answer) throws IOException {
    assertEquals(200, answer.statusCode());
    try (var document = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(document).replaceAll("\\s", "");
    }
  }

  @Test
  void theBoardTellsBothSidesWhoOwesWhat() {
    var units = new BoardUnits(house, "202901");
    units.plan(3);
    TransmissionId result = units.result(2);

    JsonObject planning = line(manager, "202902", THEIRS);
    JsonObject serving = line(house.office(HELPERS), "202902", OURS);

    JsonObject results = planning.getJsonObject("results");
    assertEquals(3, results.getInt("expected"));
    assertEquals(2, results.getInt("returned"));
    assertEquals(1, results.getInt("different"));
    assertEquals(result.value(), results.getJsonObject("last").getString("transmission"));
    assertEquals("202901", planning.getJsonObject("owed").getString("month"));
    assertEquals("2029-02-03", planning.getString("resultsWishedBy"));
    assertFalse(serving.getBoolean("planning"));
    assertEquals("202903", serving.getJsonObject("owed").getString("month"));
    assertEquals("PLAN", serving.getJsonObject("owed").getString("lane"));
  }

  @Test
  void theLinesOfTheBoardComePageByPageAndEachOnce() {
    new BoardUnits(house, "203101").plan(1);
    String board = "/board?month=203102&limit=1";
    List<JsonObject> all = new ArrayList<>();

    JsonObject page = json(manager.get(board));
    all.addAll(page.getJsonArray("lines").getValuesAs(JsonObject.class));
    while (!page.isNull("next")) {
      page = json(manager.get(board + "&cursor=" + page.getString("next")));
      assertEquals(1, page.getJsonArray("lines").size());
      all.addAll(page.getJsonArray("lines").getValuesAs(JsonObject.class));
    }

    assertFalse(all.isEmpty());
    assertEquals(lines(manager, "month=203102&limit=200"), all);
    assertRefused(400, "KE-202", manager.get("/board?cursor=nothing"));
  }

  @Test
  void whatIsSettledOtherwiseIsTickedAndTheTickTakenBack() {
    new BoardUnits(house, "202904").plan(1);
    String tick = "/board/" + THEIRS + "/ticks/RESULT/202904";

    assertEquals(204, put(manager, tick, "{\"way\":\"NO_RESULT\"}").statusCode());
    JsonObject ticked = line(manager, "202905", THEIRS).getJsonObject("results");
    assertEquals(204, manager.delete(tick).statusCode());
    JsonObject open = line(manager, "202905", THEIRS).getJsonObject("results");

    assertEquals("NO_RESULT", ticked.getJsonObject("tick").getString("way"));
    assertEquals("KJ99" + SECOND_CARE_MANAGER, ticked.getJsonObject("tick").getString("by"));
    assertFalse(ticked.getBoolean("open"));
    assertTrue(open.isNull("tick"));
    assertTrue(open.getBoolean("open"));
  }

  @Test
  void whoHadNoServiceIsNotExpectedAnyMoreWhateverVersionOfThePlanIsNoted() {
    var units = new BoardUnits(house, "203009");
    var plan = units.plan(3);
    units.result(1);
    String people = "/board/" + THEIRS + "/awaited/203009";
    units.correction();
    JsonObject first = awaited(people).getFirst();
    String absence = "%s/%s/2/absence".formatted(people, plan);

    assertEquals(204, put(manager, absence, "").statusCode());
    units.plan(3); // a newer version of everybody
    JsonObject noted = line(manager, "203010", THEIRS).getJsonObject("results");
    JsonObject second = awaited(people).get(1);
    String now = people + "/" + second.getString("transmission") + "/2/absence";
    assertEquals(204, manager.delete(now).statusCode());
    JsonObject open = line(manager, "203010", THEIRS).getJsonObject("results");

    assertTrue(first.getBoolean("returned"));
    assertFalse(second.isNull("absence"));
    assertEquals(List.of(2, 1, 1), counts(noted));
    assertEquals(List.of(3, 0, 1), counts(open));
    assertRefused(404, "EX-308", put(manager, people + "/" + plan + "/9/absence", ""));
  }

  private List<JsonObject> awaited(String people) {
    return json(manager.get(people)).getJsonArray("people").getValuesAs(JsonObject.class);
  }

  private static List<Integer> counts(JsonObject results) {
    return Stream.of("expected", "absent", "returned").map(results::getInt).toList();
  }

  @Test
  void onlyWhatIsMissingIsListedWhereThatIsAsked() {
    var units = new BoardUnits(house, "202907");
    units.plan(1);
    String next = "/board/" + THEIRS + "/ticks/PLAN/202908";
    put(manager, next, "{\"way\":\"OTHER_WAY\"}");

    assertEquals(1, lines(manager, "month=202907&missing=true").size());
    house
        .office(HELPERS)
        .post("/inbox/bundle", "{}"); // nothing lies unreceived any more, and nothing is owed

    assertEquals(1, lines(manager, "month=202907").size());
    assertEquals(0, lines(manager, "month=202907&missing=true").size());
  }

  @Test
  void aPartnerIsAskedOnceADay() {
    new BoardUnits(house, "202910").plan(1);
    house.update("DELETE FROM exchange_reminder");
    String reminder = "/board/" + THEIRS + "/reminders/RESULT/202910";

    assertEquals(204, manager.post(reminder, "").statusCode());

    assertRefused(409, "EX-307", manager.post(reminder, ""));
    assertTrue(line(manager, "202911", THEIRS).getBoolean("remindedToday"));
    String asked =
        json(house.office(HELPERS).get("/board?month=202911")).getJsonArray("reminders").toString();
    assertTrue(asked.contains(SECOND_CARE_MANAGER) && asked.contains("202910"), asked);
    var others = house.node().office(HELPERS).signInAs(house.addStaff(HELPERS, "USER", "15"));
    assertEquals(List.of(), json(others.get("/board?month=202911")).getJsonArray("reminders"));
    house.update("DELETE FROM exchange_reminder");
  }

  @Test
  void theDayByWhichResultsAreWishedIsThePartners() {
    new BoardUnits(house, "203001").plan(1);
    String day = "/board/" + THEIRS + "/result-day/203001";

    assertEquals(204, put(manager, day, "{\"day\":7}").statusCode());

    assertEquals("2030-02-07", line(manager, "203002", THEIRS).getString("resultsWishedBy"));
    assertRefused(422, "EX-309", put(manager, day, "{\"day\":11}"));
    assertRefused(400, "KE-202", put(manager, day, "{\"day\":\"7\"}"));
    assertRefused(400, "KE-202", put(manager, day, "{\"day\":4294967299}"));
    put(manager, day, "{\"day\":3}");
  }

  @Test
  void whoMayNotSeeAKindOfServiceNeitherSeesNorTicksItsLine() {
    new BoardUnits(house, "203004").plan(1);
    String user = house.addStaff(HELPERS, "USER", "15");
    OfficeClient limited = house.node().office(HELPERS).signInAs(user);
    String tick = "/board/" + OURS + "/ticks/RESULT/203004";

    assertEquals(List.of(), lines(limited, "month=203005"));
    assertRefused(404, "EX-308", put(limited, tick, "{\"way\":\"NO_RESULT\"}"));
    assertEquals(204, put(house.office(HELPERS), tick, "{\"way\":\"NO_RESULT\"}").statusCode());
  }

  @Test
  void whoTicksAtTheSameMomentIsNotRefused() {
    new BoardUnits(house, "203010").plan(1);
    String tick = "/board/" + THEIRS + "/ticks/RESULT/203010";

    for (String way : List.of("NO_RESULT", "OTHER_WAY")) {
      String body = "{\"way\":\"" + way + "\"}";
      assertEquals(List.of(204, 204, 204, 204), statuses(() -> put(manager, tick, body)));
    }

    JsonObject results = line(manager, "203011", THEIRS).getJsonObject("results");
    assertEquals("OTHER_WAY", results.getJsonObject("tick").getString("way"));
  }

  /** Of four calls at one moment, in order. */
  private static List<Integer> statuses(Callable<HttpResponse<String>> call) {
    return AtOnce.run(Collections.nCopies(4, call)).stream()
        .map(HttpResponse::statusCode)
        .sorted()
        .toList();
  }

  @Test
  void ofTwoWhoWriteTheSameAtOnceOneIsToldToLookAgain() {
    String user = house.addStaff(SECOND_CARE_MANAGER, "USER", "");
    OfficeClient office = house.node().office(SECOND_CARE_MANAGER).signInAs(user);
    house.addOffice("9970000742", "");

    List<Integer> notices =
        statuses(
            () -> put(office, "/notices", "{\"mail\":\"a@at-once.example\",\"rhythm\":\"DAILY\"}"));
    List<Integer> kept = statuses(() -> put(office, "/partners/9970000742", "{\"note\":\"同時\"}"));

    for (List<Integer> answers : List.of(notices, kept)) {
      assertEquals(200, answers.getFirst());
      assertTrue(List.of(200, 409).containsAll(answers), answers.toString());
    }
    assertEquals("DAILY", json(office.get("/notices")).getString("rhythm"));
    assertEquals("同時", json(office.get("/partners/9970000742")).getString("note"));
  }

  @ParameterizedTest
  @CsvSource({
    "P-9970000011-11-/ticks/RESULT/203007, 404, EX-308",
    "P-1/ticks/RESULT/203007, 404, EX-308",
    "P-9970000022-11-/ticks/OTHER/203007, 404, EX-308",
    "P-9970000022-11-/ticks/RESULT/7, 422, KE-102"
  })
  void aPlaceThatIsNotOnTheBoardIsNotWrittenOn(String place, int status, String code) {
    var answer = put(manager, "/board/" + place, "{\"way\":\"NO_RESULT\"}");

    assertRefused(status, code, answer);
    assertRefused(status, code, manager.delete("/board/" + place));
  }

  @ParameterizedTest
  @CsvSource({"1/1, EX-101", "01978f2a-5c1e-7b3d-9a41-2f6d8c0e1b57/x, KE-202"})
  void aPlaceOfTheWrongShapeIsRefused(String place, String code) {
    String absence = "/board/" + THEIRS + "/awaited/203007/" + place + "/absence";

    assertRefused(400, code, put(manager, absence, ""));
    assertRefused(400, code, manager.delete(absence));
  }

  @Test
  void howItWasSettledIsSaidInOneOfTwoWords() {
    var answer = put(manager, "/board/" + THEIRS + "/ticks/RESULT/203007", "{\"way\":\"FAX\"}");

    assertTrue(assertRefused(400, "KE-202", answer).getString("detail").contains("OTHER_WAY"));
    assertRefused(422, "KE-102", manager.get("/board?month=13"));
  }

  @Test
  void mailsOfArrivalAreOrderedAndEndedByEachUser() {
    String user = house.addStaff(HELPERS, "USER", "");
    OfficeClient office = house.node().office(HELPERS).signInAs(user);
    String wish = "{\"mail\":\"ordered@notice-api.example\",\"rhythm\":\"DAILY\"}";

    assertTrue(json(office.get("/notices")).isNull("rhythm"));
    JsonObject ordered = json(put(office, "/notices", wish));

    assertEquals("DAILY", ordered.getString("rhythm"));
    assertEquals(3, ordered.getInt("unreceivedDays"));
    assertTrue(house.mailTo("notice-api.example", 0).contains("このアドレスにお知らせします"));
    assertEquals(204, office.delete("/notices").statusCode());
    assertTrue(json(office.get("/notices")).isNull("mail"));
    assertRefused(422, "AP-213", put(office, "/notices", wish.replace("@", "")));
    assertRefused(400, "KE-202", put(office, "/notices", "{\"mail\":\"a@b.example\"}"));
  }

  @Test
  void whatWasKeptAboutAPartnerIsForgotten() {
    String partner = "/partners/" + HELPERS;
    put(manager, partner, "{\"favourite\":true,\"note\":\"電話は午後\"}");

    assertEquals(204, manager.delete(partner).statusCode());

    assertFalse(json(manager.get(partner)).getBoolean("favourite"));
    assertEquals("", json(manager.get(partner)).getString("note"));
  }

  @Test
  void anOfficeIsInvitedByMailOrOnPaper() throws IOException {
    String newcomer = "9970000741";
    house.addOffice(newcomer, "");
    String invitation = "/partners/" + newcomer + "/invitation";
    String mail = "{\"way\":\"MAIL\",\"mail\":\"new@api-invited.example\"}";

    String letter = pdf(manager.bytes(invitation + "/letter"));
    JsonObject sent = json(manager.post(invitation, mail));
    JsonObject noted = json(manager.post(invitation, "{\"way\":\"PAPER\"}"));

    assertTrue(letter.contains(SECOND_CARE_MANAGER), letter);
    assertEquals("INVITED", sent.getJsonObject("partner").getString("state"));
    assertEquals(sent.getInt("mailsLeft"), noted.getInt("mailsLeft"));
    assertTrue(house.mailTo("api-invited.example", 0).contains("/start"));
    assertRefused(422, "AP-213", manager.post(invitation, mail.replace("@", "")));
    assertRefused(400, "KE-202", manager.post(invitation, "{\"way\":\"MAIL\"}"));
    assertRefused(409, "EX-325", manager.post("/partners/" + HELPERS + "/invitation", mail));
    assertRefused(
        422, "EX-323", manager.post("/partners/" + SECOND_CARE_MANAGER + "/invitation", mail));
  }

  @Test
  void theRecordOfAWrongDestinationIsAPaper() throws IOException {
    var id = TransmissionId.next();
    OfficeClient sender = house.office(CARE_MANAGER);
    sender.offer(id, house.unit().files());
    house.office(HELPERS).post("/transmissions/" + id + "/receiving", "");
    String misdirection = "/transmissions/" + id + "/misdirection";
    assertRefused(404, "EX-329", sender.get(misdirection + "/report"));
    sender.post(misdirection, "{\"words\":\"番号を1つ間違えました\"}");

    String report = pdf(sender.bytes(misdirection + "/report"));

    assertTrue(report.contains("番号を1つ間違えました"), report);
    assertTrue(report.contains("確報"), report);
    assertRefused(404, "EX-102", manager.get(misdirection + "/report"));
    sender.post(misdirection + "/settlement", "{\"outcome\":\"LIFTED\"}");
  }
}
