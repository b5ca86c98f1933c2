package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.DAY_SERVICE;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.OfficeClient.json;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.PageClient;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 版: what becomes of the people of a transmission by what is sent after it. */
@ExtendWith(HouseKeeper.class)
class VersionsIT {
  private static final Charset MS932 = Charset.forName("MS932");
  private static final String AT_NINE = "0602,,0930";
  private static final String A_DAY_LATER = "0603,,0930";
  private static final AtomicInteger FAMILIES = new AtomicInteger(10);

  private final House house;

  /** Numbers of people that no other test has begin so. */
  private final String people = "770000" + FAMILIES.getAndIncrement();

  VersionsIT(House house) {
    this.house = house;
  }

  private List<OfferedFile> plan(int count, String text, String other) {
    return house.unit().people(count).files("99000000", people).stream()
        .map(it -> with(it, text, other))
        .toList();
  }

  private static OfferedFile with(OfferedFile file, String text, String other) {
    String content = new String(file.content(), MS932).replaceFirst(text, other);
    return new OfferedFile(file.name(), content.getBytes(MS932));
  }

  private TransmissionId plan(int count) {
    return send(CARE_MANAGER, plan(count, "", ""));
  }

  /** One person whose first visit is a day later. */
  private TransmissionId correction() {
    return send(CARE_MANAGER, plan(1, AT_NINE, A_DAY_LATER));
  }

  private TransmissionId send(String sender, List<OfferedFile> files) {
    return send(sender, files, "");
  }

  private TransmissionId send(String sender, List<OfferedFile> files, String finding) {
    var id = TransmissionId.next();
    var answer = house.office(sender).offer(id, files);
    assertEquals(201, answer.statusCode(), answer.body());
    assertTrue(answer.body().contains(finding), answer.body());
    return id;
  }

  private OfferedFile file(String name, String text) {
    return new OfferedFile(name + "_" + house.sequence() + ".CSV", text.getBytes(MS932));
  }

  private TransmissionId deletionOf(int person) {
    return send(
        CARE_MANAGER,
        List.of(
            file(
                "DLTPLAN_202606_9970000011_43_9970000022_11",
                "202407,999991,%s%02d,202606\r\n".formatted(people, person))));
  }

  private TransmissionId result(String finding, int... persons) {
    var text = new StringBuilder();
    for (int person : persons) {
      text.append(
          "202407,999991,%s%02d,20260702,202606,9970000011,\"計画　作成子\",244,,20260602,,0930,1030,1,111111,,,,,9970000022,\"見本ヘルパーステーション\",,0,9970000022,\r\n"
              .formatted(people, person));
    }
    return send(
        HELPERS,
        List.of(file("UPJSK_202606_9970000022_11_9970000011_43", text.toString())),
        finding);
  }

  private JsonObject told(String office, TransmissionId id) {
    return json(house.office(office).get("/transmissions/" + id));
  }

  private void assertChanged(int newer, int deleted, TransmissionId id) {
    for (String office : List.of(CARE_MANAGER, HELPERS)) {
      JsonObject told = told(office, id);
      assertEquals(newer, told.getInt("newerPeople"), office);
      assertEquals(deleted, told.getInt("deletedPeople"), office);
    }
  }

  @Test
  void aCorrectionOfOnePersonIsToldOfThemAlone() {
    TransmissionId first = plan(3);

    TransmissionId second = correction();

    assertChanged(1, 0, first);
    assertChanged(0, 0, second);
  }

  @Test
  void theListsTellItToo() {
    TransmissionId first = plan(2);
    correction();

    String inbox = house.office(HELPERS).get("/inbox").body();

    JsonObject row =
        json(house.office(HELPERS).get("/inbox")).getJsonArray("items").stream()
            .map(it -> it.asJsonObject())
            .filter(it -> it.getString("id").equals(first.value()))
            .findFirst()
            .orElseThrow(() -> new AssertionError(inbox));
    assertEquals(1, row.getInt("newerPeople"));
  }

  @Test
  void theSameAgainIsNoNewVersion() {
    TransmissionId first = plan(2);

    plan(2);

    assertChanged(0, 0, first);
  }

  @Test
  void aCorrectionTakenBackBringsTheEarlierOneBack() {
    TransmissionId first = plan(2);
    TransmissionId second = correction();

    house
        .office(CARE_MANAGER)
        .post("/transmissions/" + second + "/withdrawal", "{\"reason\": \"月を間違えました\"}");

    assertChanged(0, 0, first);
  }

  @Test
  void whatWentToTheWrongOfficeIsNoVersionWhileItIsFrozenNorAfterwards() {
    TransmissionId first = plan(2);
    TransmissionId second = correction();
    house.office(HELPERS).post("/transmissions/" + second + "/receiving", "");
    String wrong = "/transmissions/" + second + "/misdirection";

    house.office(CARE_MANAGER).post(wrong, "{\"words\":\"別の利用者でした\"}");
    assertChanged(0, 0, first);
    settle(wrong, "LIFTED");
    assertChanged(1, 0, first);
    house.office(CARE_MANAGER).post(wrong, "{\"words\":\"やはり別の利用者でした\"}");
    settle(wrong, "ERASED");

    assertChanged(0, 0, first);
  }

  private void settle(String wrong, String outcome) {
    var answer =
        house.office(CARE_MANAGER).post(wrong + "/settlement", "{\"outcome\":\"" + outcome + "\"}");
    assertEquals(200, answer.statusCode(), answer.body());
  }

  @Test
  void whoIsDeletedIsTold() {
    TransmissionId first = plan(3);

    deletionOf(2);

    assertChanged(0, 1, first);
  }

  @Test
  void whatIsSentAfterADeletionIsANewVersion() {
    TransmissionId first = plan(1);
    deletionOf(1);

    correction();

    assertChanged(1, 0, first);
  }

  @Test
  void aPlanForAnotherOfficeIsNoVersionOfThisOne() {
    TransmissionId first = plan(1);

    send(
        CARE_MANAGER,
        house.unit(CARE_MANAGER, DAY_SERVICE).files("99000000", people).stream()
            .map(it -> with(it, AT_NINE, A_DAY_LATER))
            .toList());

    assertChanged(0, 0, first);
  }

  /** With the visits of two offices, as form 6 has them; where told, all first ones a day later. */
  private List<OfferedFile> planOfTwo(String recipient, int count, boolean changed) {
    return house
        .unit(CARE_MANAGER, recipient)
        .people(count)
        .also(recipient.equals(HELPERS) ? DAY_SERVICE : HELPERS)
        .files("99000000", people)
        .stream()
        .map(it ->
            new OfferedFile(
                it.name(),
                new String(it.content(), MS932)
                    .replace(AT_NINE, changed ? A_DAY_LATER : AT_NINE)
                    .getBytes(MS932)))
        .toList();
  }

  @Test
  void aChangeGoesToTheRestInOneActWithTheirOwnPeopleAlone() throws InterruptedException {
    send(CARE_MANAGER, planOfTwo(HELPERS, 3, false));
    TransmissionId held = send(CARE_MANAGER, planOfTwo(DAY_SERVICE, 1, false));
    TransmissionId change = send(CARE_MANAGER, planOfTwo(HELPERS, 3, true));
    var pages = new PageClient(house.node());
    pages.enter(json(house.office(CARE_MANAGER).post("/handoff", "")).getString("url"));
    String address = "/office/transmission?id=" + change;
    assertTrue(pages.get(address).body().contains("前の版のままの事業所"));

    rest(pages, address, change);
    waitFor(() -> told(CARE_MANAGER, held).getInt("newerPeople") == 1);
    rest(pages, address, change);

    assertFalse(pages.get(address).body().contains("前の版のままの事業所"));
    String sent = newestTo(DAY_SERVICE);
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM exchange_transmission WHERE recipient = ? AND id > ?",
            DAY_SERVICE,
            change.value()));
    assertEquals(1, told(CARE_MANAGER, new TransmissionId(sent)).getInt("people"));
    house.office(DAY_SERVICE).post("/transmissions/" + sent + "/receiving", "");
    for (OfferedFile file : planOfTwo(DAY_SERVICE, 1, true)) {
      String kind = file.name().substring(0, file.name().indexOf('_'));
      assertArrayEquals(file.content(), fileOf(sent, kind), kind);
    }
  }

  private static void rest(PageClient pages, String address, TransmissionId change) {
    pages.form(address, "rest").send(Map.of("id", change.value(), "to", DAY_SERVICE + "-11"));
  }

  private static void waitFor(BooleanSupplier what) throws InterruptedException {
    for (int i = 0; i < 50 && !what.getAsBoolean(); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertTrue(what.getAsBoolean());
  }

  private String newestTo(String recipient) {
    return json(house.office(recipient).get("/inbox"))
        .getJsonArray("items")
        .getJsonObject(0)
        .getString("id");
  }

  private byte[] fileOf(String id, String kind) {
    var files = told(DAY_SERVICE, new TransmissionId(id)).getJsonArray("files");
    return files.stream()
        .map(it -> it.asJsonObject().getString("name"))
        .filter(it -> it.startsWith(kind))
        .map(it -> house.office(DAY_SERVICE).bytes("/transmissions/" + id + "/files/" + it))
        .map(HttpResponse::body)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aResultWithoutPeopleOfTheLastOneIsWarnedOfAndSent() {
    result("", 1, 2, 3);

    TransmissionId second = result("EX-305", 1);

    assertEquals("SENT", told(HELPERS, second).getString("state"));
  }

  @Test
  void nobodyIsFoundInTheIndexByNumberOrName() throws SQLException {
    TransmissionId sent = plan(2);

    String rows = house.everyRowOf("exchange_person");

    assertEquals(2, entries(sent));
    assertFalse(rows.contains(people));
    assertFalse(rows.contains("太郎"));
  }

  @Test
  void whatWasStoredBeforeThereWasAnIndexIsIndexed() throws InterruptedException {
    TransmissionId first = plan(2);
    TransmissionId second = correction();
    house.update("DELETE FROM exchange_person WHERE transmission_id = ?", first.value());
    assertChanged(0, 0, first);

    house.update("INSERT INTO exchange_unindexed (transmission_id) VALUES (?)", first.value());

    for (int i = 0; i < 300 && entries(first) == 0; i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertEquals(2, entries(first));
    assertChanged(1, 0, first);
    assertChanged(0, 0, second);
  }

  private long entries(TransmissionId id) {
    return house.count(
        "SELECT COUNT(*) FROM exchange_person WHERE transmission_id = ?", id.value());
  }
}
