package jp.careplan.app.house;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.OfficeClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.exchange.TransmissionId;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.TimeOrderedId;

/** Something of an office for every name in an address: a transmission, a proof, a takeout … */
public final class Belongings {
  private static final String ID_REQUESTS =
      "SELECT request_number FROM application_id_request WHERE prefecture = '99'";

  private static final OfferedFile LETTER =
      new OfferedFile("message.json", "{\"text\":\"見本\",\"attachments\":[]}".getBytes(UTF_8));

  private final House house;

  public Belongings(House house) {
    this.house = house;
  }

  /** Something of each kind that addresses name. */
  public Map<String, String> of(OfficeClient owner) {
    Map<String, String> names = new HashMap<>();
    names.put("id", sentWithMessage(owner));
    names.put("misdirected", misdirected(owner));
    names.put(
        "application",
        house.text(
            "SELECT id FROM application_usage_application WHERE office = ? AND status ="
                + " 'COMPLETED'",
            CARE_MANAGER));
    names.put("vendor-run", vendorRun());
    names.put("id-request", idRequest());
    names.put("arrived", arrived());
    names.put("number", HELPERS);
    names.put("lane", "RESULT");
    names.put("transmission", names.get("id"));
    names.put("name", "message.json");
    names.put("place", "1");
    names.put("picture", "1");
    names.put("line", "43-" + HELPERS + "-11");
    String month =
        DateTimeFormatter.ofPattern("uuuuMM").format(YearMonth.now(ZoneId.of("Asia/Tokyo")));
    names.put("month", month);
    var proof = owner.post("/month-proofs", "{\"month\":\"" + month + "\"}");
    names.put("code", json(proof).getString("checkCode"));
    names.put("takeout", takenAlong(owner));
    var webhook =
        owner.post("/webhooks", "{\"url\":\"http://" + House.RECEIVER + ":9/authorisation\"}");
    names.put("webhook", json(webhook).getString("id"));
    names.put("staff", house.addStaff(CARE_MANAGER, "USER", ""));
    names.put("office", CARE_MANAGER);
    names.put("terminal", terminal());
    names.put("session", login());
    return names;
  }

  private static String takenAlong(OfficeClient owner) {
    owner.post("/takeouts", ""); // or one is being made
    String id = json(owner.get("/takeouts")).getJsonArray("items").getJsonObject(0).getString("id");
    Instant end = Instant.now().plusSeconds(60);
    while (!json(owner.get("/takeouts/" + id)).getString("state").equals("READY")) {
      assertTrue(Instant.now().isBefore(end), "a takeout is ready within a minute");
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    return id;
  }

  private String misdirected(OfficeClient owner) {
    TransmissionId id = TransmissionId.next();
    assertEquals(201, owner.offer(id, house.unit().files()).statusCode());
    house.office(HELPERS).post("/transmissions/" + id + "/receiving", "");
    var reported =
        owner.post("/transmissions/" + id + "/misdirection", "{\"words\":\"番号を間違えました\"}");
    assertEquals(200, reported.statusCode(), reported.body());
    return id.value();
  }

  /** Some calls are the recipient's, and some want a case that was reported. */
  public static Map<String, String> namesFor(String door, Map<String, String> names) {
    boolean ofRecipient =
        door.endsWith("/receiving") || door.endsWith("/import") || door.endsWith("/deletion");
    String id = ofRecipient ? "arrived" : door.contains("/misdirection") ? "misdirected" : "id";
    Map<String, String> all = new HashMap<>(names);
    all.put("id", names.getOrDefault(id, ""));
    return all;
  }

  /** A message, so that it is of no kind of service. */
  private String arrived() {
    TransmissionId id = TransmissionId.next();
    var body =
        new Multipart()
            .field("manifest", SendingOffer.manifestOf(List.of(LETTER)))
            .field("message", LETTER.content())
            .field("recipient", CARE_MANAGER);
    var answer = house.office(HELPERS).put("/transmissions/" + id, body);
    assertEquals(201, answer.statusCode(), answer.body());
    return id.value();
  }

  /** One is enough: few may be asked for an office. */
  private String idRequest() {
    List<String> known = house.texts(ID_REQUESTS);
    if (!known.isEmpty()) {
      return known.getFirst();
    }
    new PageClient(house.node())
        .form("/account/id-request", "id-request")
        .send(
            Map.of(
                "missing", "ID_UNKNOWN",
                "office-number", HELPERS,
                "office-name", "見本訪問介護",
                "address", "架空県見本市1",
                "contact-name", "見本 花子",
                "phone", "099-000-0000",
                "mail", "id-request@office.example"));
    return house.texts(ID_REQUESTS).getFirst();
  }

  /** One that nobody comes with, so that it can be stopped. */
  private String terminal() {
    String id = TimeOrderedId.next();
    house.update(
        "INSERT INTO application_terminal (id, office, name, registered_at, version)"
            + " VALUES (?, ?, 'authorisation', '2026-06-01 01:00:00', 1)",
        id,
        CARE_MANAGER);
    return id;
  }

  /** One that can be ended. */
  private String login() {
    var other = house.node().office(CARE_MANAGER).signIn();
    return json(other.get("/sessions")).getJsonArray("items").getValuesAs(JsonObject.class).stream()
        .filter(it -> it.getBoolean("current"))
        .findFirst()
        .orElseThrow()
        .getString("id");
  }

  private String vendorRun() {
    String id = TimeOrderedId.next();
    house.update(
        "INSERT INTO exchange_vendor_run (id, code_hash, product, product_version, maker, mail,"
            + " status, remark, begun_at, changed_at, version) VALUES (?, ?, '見本らくらく介護', '3.2',"
            + " '見本ソフト株式会社', 'maker@vendor.example', 'SUBMITTED', '', '2026-06-01 01:00:00',"
            + " '2026-06-02 01:00:00', 1)",
        id,
        Sha256.hex(id));
    return id;
  }

  private String sentWithMessage(OfficeClient owner) {
    TransmissionId id = TransmissionId.next();
    List<OfferedFile> all = new ArrayList<>(house.unit().files());
    var body = new Multipart();
    all.forEach(file -> body.file("file", file.name(), file.content()));
    all.add(LETTER);
    body.field("manifest", SendingOffer.manifestOf(all)).field("message", LETTER.content());
    var answer = owner.put("/transmissions/" + id, body);
    assertEquals(201, answer.statusCode(), answer.body());
    return id.value();
  }

  public static String filled(String text, Map<String, String> names) {
    String filled = text;
    for (var name : names.entrySet()) {
      filled = filled.replace("{" + name.getKey() + "}", name.getValue());
    }
    return filled;
  }
}
