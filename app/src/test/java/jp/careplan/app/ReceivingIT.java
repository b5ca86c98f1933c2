package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static jp.careplan.app.house.House.SUPPORT_CENTER;
import static jp.careplan.app.house.OfficeClient.json;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.careplan.app.house.AtOnce;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.Door;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(HouseKeeper.class)
class ReceivingIT {
  private final House house;
  private final OfficeClient sender;
  private final OfficeClient recipient;

  ReceivingIT(House house) {
    this.house = house;
    this.sender = house.office(CARE_MANAGER);
    this.recipient = house.office(HELPERS);
  }

  static Stream<Door> doorsOfATransmission() {
    return Door.all().stream()
        .filter(door -> door.path().contains("{id}") && !door.method().equals("PUT"));
  }

  private String sent(List<OfferedFile> files) {
    var id = TransmissionId.next();
    var answer = sender.offer(id, files);
    assertEquals(201, answer.statusCode(), answer.body());
    return "/transmissions/" + id;
  }

  private String sent() {
    return sent(house.unit().files());
  }

  @Test
  void theRecipientDownloadsTheSameBytes() {
    var files = house.unit().people(30).files();
    String transmission = sent(files);
    recipient.post(transmission + "/receiving", "");

    for (OfferedFile file : files) {
      var answer = recipient.bytes(transmission + "/files/" + file.name());

      assertEquals(200, answer.statusCode());
      assertArrayEquals(file.content(), answer.body());
      assertTrue(
          answer.headers().firstValue("Content-Disposition").orElseThrow().contains(file.name()));
    }
  }

  @Test
  void thePracticePartnerAnswersAPlanWithAResultOnce() {
    var plan = house.unit(CARE_MANAGER, DemoOffices.PRACTICE).people(2);
    long answersBefore = answersOfPractice();

    String transmission = sent(plan.files());

    assertEquals("IMPORTED", settled(transmission));
    JsonObject answer =
        json(sender.get("/inbox?limit=1&partner=" + DemoOffices.PRACTICE))
            .getJsonArray("items")
            .getJsonObject(0);
    assertEquals("練習用事業所", answer.getJsonObject("sender").getString("name"));
    assertEquals("result", answer.getString("kind"));
    assertEquals("202606", answer.getString("serviceMonth"));
    assertEquals(2, answer.getInt("people"));
    String path = "/transmissions/" + answer.getString("id");
    assertEquals(200, sender.bytes(path + "/receipt").statusCode());
    var received = json(sender.post(path + "/receiving", ""));
    assertTrue(
        received
            .getJsonArray("files")
            .getJsonObject(0)
            .getString("name")
            .startsWith("UPJSK_202606_" + DemoOffices.PRACTICE + "_11_" + CARE_MANAGER + "_43_"));

    house.update( // as if it had died before it noted that it was done
        "UPDATE exchange_transmission SET status = 'SENT' WHERE id = ?",
        transmission.substring(transmission.lastIndexOf('/') + 1));

    assertEquals("IMPORTED", settled(transmission));
    assertEquals(answersBefore + 1, answersOfPractice());
    assertEquals(
        0,
        house.count(
            "SELECT COUNT(*) FROM licensing_license WHERE office = ?", DemoOffices.PRACTICE));
  }

  @Test
  void thePracticePartnerSaysWhyItHasNoResult() {
    var plan = house.unit(CARE_MANAGER, DemoOffices.PRACTICE);
    var files = plan.files(",,,,," + DemoOffices.PRACTICE + ",", ",,,,," + HELPERS + ",");

    String transmission = sent(files);

    assertEquals("IMPORT_FAILED", settled(transmission));
    assertTrue(sender.get(transmission).body().contains("サービス事業者の番号を確かめてください"));
  }

  private long answersOfPractice() {
    return house.count(
        "SELECT COUNT(*) FROM exchange_transmission WHERE sender = ?", DemoOffices.PRACTICE);
  }

  /** The state that the practice partner leaves a transmission in. */
  private String settled(String transmission) {
    for (int i = 0; i < 200; i++) {
      String state = json(sender.get(transmission)).getString("state");
      if (state.startsWith("IMPORT")) {
        return state;
      }
      pause();
    }
    return "no answer within 20 seconds";
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void beforeReceivingNothingOfTheContentIsSeen() {
    var files = house.unit().files();
    String transmission = sent(files);

    var detail = json(recipient.get(transmission));
    var file = recipient.get(transmission + "/files/" + files.getFirst().name());
    var bundle = recipient.get(transmission + "/bundle");

    assertEquals("SENT", detail.getString("state"));
    assertEquals(3, detail.getInt("fileCount"));
    assertTrue(detail.getJsonArray("files").isEmpty());
    assertTrue(detail.getJsonArray("findings").isEmpty());
    assertRefused(409, "EX-106", file);
    assertRefused(409, "EX-106", bundle);
  }

  @Test
  void beforeReceivingANameCannotEvenBeGuessed() {
    String transmission = sent();

    assertRefused(409, "EX-106", recipient.get(transmission + "/files/GUESS.CSV"));
  }

  @Test
  void receivingAgainChangesNothing() {
    String transmission = sent();
    var first = recipient.post(transmission + "/receiving", "");

    var again = recipient.post(transmission + "/receiving", "");

    assertEquals(200, again.statusCode());
    assertEquals(first.body(), again.body());
    assertEquals("RECEIVED", json(again).getString("state"));
    assertEquals(3, json(again).getJsonArray("files").size());
  }

  @Test
  void theSenderSeesWhoReceivedItAndWhen() {
    String transmission = sent();
    recipient.post(transmission + "/receiving", "");

    var detail = json(sender.get(transmission));

    JsonObject step = detail.getJsonArray("events").getJsonObject(1);
    assertEquals("RECEIVED", detail.getString("state"));
    assertEquals("RECEIVED", step.getString("state"));
    assertEquals(HELPERS, step.getString("office"));
    assertEquals("KJ99" + HELPERS, step.getString("by"));
    assertEquals(detail.getString("receivedAt"), step.getString("at"));
  }

  @Test
  void aTransmissionIsDownloadedWhenItsLastFileIs() {
    var files = house.unit().files();
    String transmission = sent(files);
    recipient.post(transmission + "/receiving", "");

    List<String> states = new ArrayList<>();
    for (OfferedFile file : files) {
      recipient.get(transmission + "/files/" + file.name());
      states.add(json(sender.get(transmission)).getString("state"));
    }

    assertEquals(List.of("RECEIVED", "RECEIVED", "DOWNLOADED"), states);
  }

  @Test
  void filesDownloadedAtOnceAllCount() {
    assumeFalse(Database.isEmbedded(), "H2 is not for many at once");
    var files = house.unit().files();
    String transmission = sent(files);
    recipient.post(transmission + "/receiving", "");

    AtOnce.run(
        files.stream()
            .<Callable<HttpResponse<String>>>map(
                file -> () -> recipient.get(transmission + "/files/" + file.name()))
            .toList());

    assertEquals("DOWNLOADED", json(sender.get(transmission)).getString("state"));
  }

  @Test
  void theSendersOwnLookIsNoDownload() {
    String transmission = sent();

    var answer = sender.get(transmission + "/bundle");

    assertEquals(200, answer.statusCode());
    assertEquals("SENT", json(sender.get(transmission)).getString("state"));
  }

  @Test
  void theBundleHoldsTheSameBytesAndIsADownload() throws IOException {
    var files = house.unit().people(30).files();
    String transmission = sent(files);
    recipient.post(transmission + "/receiving", "");

    byte[] zip = recipient.bytes(transmission + "/bundle").body();

    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (OfferedFile file : files) {
        ZipEntry entry = in.getNextEntry();
        assertEquals(file.name(), entry.getName());
        assertArrayEquals(file.content(), in.readAllBytes());
      }
    }
    assertEquals("DOWNLOADED", json(sender.get(transmission)).getString("state"));
  }

  @Test
  void aFileThatIsNotInTheTransmissionIsNotFound() {
    String transmission = sent();
    recipient.post(transmission + "/receiving", "");

    assertRefused(404, "EX-110", recipient.get(transmission + "/files/OTHER.CSV"));
    assertRefused(404, "EX-110", sender.get(transmission + "/files/..%2F..%2Fetc%2Fpasswd"));
  }

  @Test
  void theCareSoftwareTellsHowTheImportWent() {
    String transmission = sent();
    recipient.post(transmission + "/receiving", "");

    var failed =
        recipient.post(
            transmission + "/import", "{\"outcome\":\"IMPORT_FAILED\",\"message\":\"版が違う\"}");
    var imported = recipient.post(transmission + "/import", "{\"outcome\":\"IMPORTED\"}");

    assertEquals("IMPORT_FAILED", json(failed).getString("state"));
    assertEquals("IMPORTED", json(imported).getString("state"));
    var seen = json(sender.get(transmission)).getJsonArray("events").getJsonObject(2);
    assertEquals("版が違う", seen.getString("message"));
  }

  @Test
  void nobodyImportsWhatWasNotReceived() {
    String transmission = sent();

    var early = recipient.post(transmission + "/import", "{\"outcome\":\"IMPORTED\"}");
    var bySender = sender.post(transmission + "/import", "{\"outcome\":\"IMPORTED\"}");

    assertRefused(409, "EX-106", early);
    assertRefused(403, "EX-108", bySender);
  }

  @Test
  void anUnknownOutcomeOfAnImportIsRefused() {
    String transmission = sent();
    recipient.post(transmission + "/receiving", "");

    assertRefused(
        400, "KE-202", recipient.post(transmission + "/import", "{\"outcome\":\"MAYBE\"}"));
  }

  @Test
  void theSenderCannotReceiveAndTheRecipientCannotWithdraw() {
    String transmission = sent();

    assertRefused(403, "EX-108", sender.post(transmission + "/receiving", ""));
    assertRefused(403, "EX-109", recipient.post(transmission + "/withdrawal", "{}"));
  }

  @Test
  void whatWasTakenBackLeavesATombstoneWithItsReason() {
    String transmission = sent();

    sender.post(transmission + "/withdrawal", "{\"reason\":\"送り先の間違い\"}");

    var seen = json(recipient.get(transmission));
    assertEquals("WITHDRAWN", seen.getString("state"));
    assertEquals("送り先の間違い", seen.getString("withdrawalReason"));
    assertTrue(seen.getJsonArray("files").isEmpty());
    assertRefused(409, "EX-107", recipient.post(transmission + "/receiving", ""));
    assertRefused(409, "EX-107", recipient.get(transmission + "/bundle"));
  }

  @Test
  void whatWasReceivedCannotBeTakenBack() {
    String transmission = sent();
    recipient.post(transmission + "/receiving", "");

    assertRefused(409, "EX-105", sender.post(transmission + "/withdrawal", "{}"));
  }

  @Test
  void receivingAndTakingBackAtOnceHaveOneWinner() {
    assumeFalse(Database.isEmbedded(), "H2 is not for many at once");
    for (int round = 0; round < 8; round++) {
      String transmission = sent();

      var answers =
          AtOnce.run(
              List.<Callable<HttpResponse<String>>>of(
                  () -> recipient.post(transmission + "/receiving", ""),
                  () -> sender.post(transmission + "/withdrawal", "{}")));

      var state = json(sender.get(transmission)).getString("state");
      if (state.equals("RECEIVED")) {
        assertEquals(200, answers.get(0).statusCode());
        assertRefused(409, "EX-105", answers.get(1));
      } else {
        assertEquals("WITHDRAWN", state);
        assertRefused(409, "EX-107", answers.get(0));
        assertEquals(200, answers.get(1).statusCode());
      }
      assertEquals(2, json(sender.get(transmission)).getJsonArray("events").size());
    }
  }

  @ParameterizedTest
  @MethodSource("doorsOfATransmission")
  void aThirdOfficeIsToldThatThereIsNoSuchTransmission(Door door) {
    String id = sent().replace("/transmissions/", "");
    var third = house.office(SUPPORT_CENTER);
    byte[] body = "{\"outcome\":\"IMPORTED\"}".getBytes(StandardCharsets.UTF_8);

    var foreign = third.call(door.method(), door.pathFor(id), "application/json", body);
    var unknown =
        third.call(door.method(), door.pathFor(TransmissionId.next()), "application/json", body);

    assertEquals(
        assertRefused(404, "EX-102", unknown).getString("detail"),
        assertRefused(404, "EX-102", foreign).getString("detail"));
    assertEquals("SENT", json(sender.get("/transmissions/" + id)).getString("state"));
  }

  @Test
  void aThirdOfficeSeesItInNoList() {
    String id = sent().replace("/transmissions/", "");
    var third = house.office(SUPPORT_CENTER);

    for (String list :
        List.of("/inbox?limit=200", "/sent?limit=200", "/events", "/inbox?after=0")) {
      assertFalse(third.get(list).body().contains(id), list);
    }
  }

  @Test
  void theInboxPagesFromTheNewestOnAndMissesNothing() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ids.addFirst(sent().replace("/transmissions/", ""));
    }

    List<String> seen = pages(recipient, "/inbox", 3, 7);

    assertEquals(ids, seen);
  }

  @Test
  void theSentListPagesFromTheNewestOnAndMissesNothing() {
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ids.addFirst(sent().replace("/transmissions/", ""));
    }

    List<String> seen = pages(sender, "/sent", 2, 7);

    assertEquals(ids, seen);
  }

  private static List<String> pages(OfficeClient office, String list, int size, int wanted) {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    while (ids.size() < wanted) {
      var page = json(office.get(list + "?limit=" + size + cursor));
      items(page).forEach(item -> ids.add(item.getString("id")));
      cursor = "&cursor=" + page.getString("next");
    }
    return ids.subList(0, wanted);
  }

  private static List<JsonObject> items(JsonObject page) {
    return page.getJsonArray("items").getValuesAs(JsonObject.class);
  }

  @Test
  void aListEndsWithoutACursor() {
    var office = house.office(SECOND_CARE_MANAGER);

    var page = json(office.get("/inbox?limit=200"));

    assertTrue(page.isNull("next"), page.toString());
  }

  @Test
  void programsReadTheInboxFromANumberOn() {
    String first = sent();
    int from = json(recipient.get(first)).getInt("inboxNumber");
    String second = sent();

    var page = json(recipient.get("/inbox?after=" + from + "&limit=1"));

    assertEquals("/transmissions/" + items(page).getFirst().getString("id"), second);
    assertEquals(String.valueOf(from + 1), page.getString("next"));
    assertEquals(
        String.valueOf(from + 1),
        json(recipient.get("/inbox?after=" + (from + 1))).getString("next"));
  }

  @Test
  void readingOnFromANumberNeverSkipsWhatCommitsLate() {
    assumeFalse(Database.isEmbedded(), "H2 is not for many at once");
    int from = json(recipient.get(sent())).getInt("inboxNumber");
    List<Callable<Set<String>>> calls = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      calls.add(() -> {
        Set<String> ids = new HashSet<>();
        for (int j = 0; j < 10; j++) {
          ids.add(sent().replace("/transmissions/", ""));
        }
        return ids;
      });
    }
    calls.add(() -> {
      Set<String> read = new HashSet<>();
      String next = String.valueOf(from);
      while (read.size() < 40) {
        var page = json(recipient.get("/inbox?limit=3&after=" + next));
        items(page).forEach(item -> read.add(item.getString("id")));
        next = page.getString("next");
      }
      return read;
    });

    List<Set<String>> answers = AtOnce.run(calls);

    Set<String> all = new HashSet<>();
    answers.subList(0, 4).forEach(all::addAll);
    assertEquals(all, answers.get(4));
  }

  @Test
  void listsAreFilteredByStatePartnerMonthAndKind() {
    String received = sent();
    recipient.post(received + "/receiving", "");
    String waiting = sent();

    var unread = recipient.get("/inbox?state=SENT&limit=200").body();

    assertTrue(unread.contains(waiting.replace("/transmissions/", "")));
    assertFalse(unread.contains(received.replace("/transmissions/", "")));
    String filter = "&month=202606&kind=plan&limit=1";
    assertEquals(1, items(json(recipient.get("/inbox?partner=" + CARE_MANAGER + filter))).size());
    assertEquals(1, items(json(sender.get("/sent?partner=" + HELPERS + filter))).size());
    for (String nothing :
        List.of("partner=9970009999", "month=201001", "kind=result&partner=" + CARE_MANAGER)) {
      assertTrue(items(json(recipient.get("/inbox?" + nothing))).isEmpty(), nothing);
    }
  }

  @Test
  void whatCannotBeAFilterIsRefused() {
    for (String odd :
        List.of(
            "partner=%E3%81%82",
            "partner=99700",
            "month=2026-06",
            "month=%E3%81%82",
            "kind=letter",
            "kind=%E3%81%82",
            "state=MAYBE",
            "limit=many",
            "after=x",
            "cursor=x")) {
      var inbox = recipient.get("/inbox?" + odd);

      assertTrue(List.of(400, 422).contains(inbox.statusCode()), odd + " " + inbox.body());
      assertRefused(inbox.statusCode(), json(inbox).getString("code"), inbox);
    }
    assertRefused(400, "KE-202", sender.get("/sent?cursor=12_%E3%81%82"));
    assertRefused(400, "KE-202", sender.get("/sent?cursor=99999999999999999999_x"));
  }

  @Test
  void theOverviewCountsWhatWaits() {
    var before = json(recipient.get("/overview"));
    var ofSender = json(sender.get("/overview"));
    sent();

    assertEquals(before.getInt("unread") + 1, json(recipient.get("/overview")).getInt("unread"));
    assertEquals(
        ofSender.getInt("notReceived") + 1, json(sender.get("/overview")).getInt("notReceived"));
    assertEquals(
        ofSender.getInt("sentToday") + 1, json(sender.get("/overview")).getInt("sentToday"));
  }

  @Test
  void everyStepIsAnEventForTheOtherSide() {
    long ofSender = last(sender);
    long ofRecipient = last(recipient);
    String transmission = sent();
    recipient.post(transmission + "/receiving", "");
    recipient.get(transmission + "/bundle");

    assertEquals(List.of("SENT"), types(recipient, ofRecipient));
    assertEquals(List.of("RECEIVED", "DOWNLOADED"), types(sender, ofSender));
  }

  private static long last(OfficeClient office) {
    long last = 0;
    while (true) {
      var page = json(office.get("/events?after=" + last));
      if (page.getJsonArray("events").isEmpty()) {
        return last;
      }
      last = page.getJsonNumber("last").longValue();
    }
  }

  private static List<String> types(OfficeClient office, long after) {
    return json(office.get("/events?after=" + after))
        .getJsonArray("events")
        .getValuesAs(JsonObject.class)
        .stream()
        .map(event -> event.getString("type"))
        .toList();
  }

  @Test
  void whoWaitsForAnEventIsWokenWithinASecond() throws Exception {
    long from = last(recipient);
    var waiting =
        CompletableFuture.supplyAsync(() -> {
          var answer = recipient.get("/events?wait=30&after=" + from);
          return List.of(System.nanoTime(), answer);
        });
    sender.get("/overview"); // by the time the sender was answered twice, the other is waiting
    sent();
    long committed = System.nanoTime();

    long answered = (Long) waiting.get(20, TimeUnit.SECONDS).getFirst();
    assertTrue(answered - committed < TimeUnit.SECONDS.toNanos(1));
  }

  @Test
  void whoWaitsHearsOfWhatAnotherNodeDidWithinSeconds() throws Exception {
    sent();
    long from = last(recipient);
    var waiting =
        CompletableFuture.supplyAsync(() -> {
          var answer = recipient.get("/events?wait=30&after=" + from);
          return List.of(System.nanoTime(), answer);
        });
    sender.get("/overview"); // by the time the sender was answered twice, the other is waiting
    sender.get("/overview");

    stepAtAnotherNode(from);
    long committed = System.nanoTime();

    long answered = (Long) waiting.get(40, TimeUnit.SECONDS).getFirst();
    assertTrue(answered - committed < TimeUnit.SECONDS.toNanos(4));
  }

  /** Whatever another node writes, it writes into the same tables. */
  private void stepAtAnotherNode(long last) throws SQLException {
    try (var connection = house.database().connect();
        var again =
            connection.prepareStatement(
                "INSERT INTO exchange_event (office, event_number, transmission_id, reached,"
                    + " occurred_at, acted_by_office, acted_by, message)"
                    + " SELECT office, event_number + 1, transmission_id, reached, ?,"
                    + " acted_by_office, acted_by, message"
                    + " FROM exchange_event WHERE office = ? AND event_number = ?");
        var counted =
            connection.prepareStatement(
                "UPDATE exchange_mailbox SET last_number = last_number + 1 WHERE office = ?")) {
      connection.setAutoCommit(false);
      again.setObject(1, LocalDateTime.now(ZoneOffset.UTC));
      again.setString(2, HELPERS);
      again.setLong(3, last);
      assertEquals(1, again.executeUpdate());
      counted.setString(1, HELPERS);
      assertEquals(1, counted.executeUpdate());
      connection.commit();
    }
  }

  @Test
  void whoWaitsInVainIsAnsweredInTime() {
    long from = last(recipient);
    long begun = System.nanoTime();

    var answer = json(recipient.get("/events?wait=2&after=" + from));

    double seconds = (System.nanoTime() - begun) / 1e9;
    assertTrue(answer.getJsonArray("events").isEmpty());
    assertEquals(from, answer.getJsonNumber("last").longValue());
    assertTrue(seconds > 1.5 && seconds < 5, "seconds: " + seconds);
  }

  @Test
  void staffForOtherKindsOfServiceFindNothingOfIt() {
    var files = house.unit().files();
    String transmission = sent(files);
    String id = transmission.substring("/transmissions/".length());
    String user = house.addStaff(HELPERS, "USER", "11 15");
    var ours = house.node().office(HELPERS).signInAs(user);
    var others = house.node().office(HELPERS).signInAs(house.addStaff(HELPERS, "USER", "15"));
    var outside =
        house.node().office(CARE_MANAGER).signInAs(house.addStaff(CARE_MANAGER, "USER", "46"));
    long unread = json(ours.get("/overview")).getInt("unread");

    for (String list : List.of("/inbox?limit=200", "/inbox?limit=200&after=0", "/events")) {
      assertFalse(others.get(list).body().contains(id), list);
    }
    assertTrue(ours.get("/inbox?limit=200").body().contains(id));
    assertFalse(outside.get("/sent?limit=200").body().contains(id));
    assertTrue(unread > 0);
    assertEquals(0, json(others.get("/overview")).getInt("unread"));
    assertRefused(404, "EX-102", others.get(transmission));
    assertRefused(404, "EX-102", others.post(transmission + "/receiving", ""));
    assertRefused(404, "EX-102", outside.get(transmission));
    assertRefused(404, "EX-102", outside.post(transmission + "/withdrawal", "{\"reason\":\"宛先\"}"));
    assertEquals(200, ours.post(transmission + "/receiving", "").statusCode());
    String file = transmission + "/files/" + files.getFirst().name();
    assertRefused(404, "EX-102", others.get(file));
    assertRefused(404, "EX-102", outside.get(transmission + "/receipt"));
    assertEquals(200, ours.get(file).statusCode());
    assertRefused(403, "AP-410", outside.offer(TransmissionId.next(), house.unit().files()));
    assertTrue(
        json(sender.get(transmission)).getJsonArray("events").toString().contains(user),
        "who received it stands in its history");
  }
}
