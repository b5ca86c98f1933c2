package jp.careplan.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SUPPORT_CENTER;
import static jp.careplan.app.house.House.WITHOUT_LICENCE;
import static jp.careplan.app.house.OfficeClient.json;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.FakeScanner;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.Multipart;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages and attachments by the API. */
@ExtendWith(HouseKeeper.class)
class MessageIT {
  private static final String TEXT = "架空太郎さんは、来週から入院します。";
  private static final byte[] PDF = "%PDF-1.7\n%%EOF\n".getBytes(UTF_8);

  private final House house;
  private final OfficeClient sender;
  private final OfficeClient recipient;

  MessageIT(House house) {
    this.house = house;
    this.sender = house.office(CARE_MANAGER);
    this.recipient = house.office(HELPERS);
  }

  private static OfferedFile letter(String text, String... names) {
    var list = Json.createArrayBuilder();
    for (int i = 0; i < names.length; i++) {
      String end = names[i].substring(names[i].lastIndexOf('.') + 1);
      list.add(
          Json.createObjectBuilder()
              .add("file", "attachment-%02d.%s".formatted(i + 1, end))
              .add("name", names[i]));
    }
    String letter =
        Json.createObjectBuilder().add("text", text).add("attachments", list).build().toString();
    return new OfferedFile("message.json", letter.getBytes(UTF_8));
  }

  private HttpResponse<String> offer(
      TransmissionId id,
      List<OfferedFile> unit,
      OfferedFile letter,
      List<OfferedFile> attachments,
      String... parts) {
    var all = new ArrayList<>(unit);
    all.add(letter);
    all.addAll(attachments);
    var body =
        new Multipart()
            .field("manifest", SendingOffer.manifestOf(all))
            .field("message", letter.content());
    for (String part : parts) {
      body.field(part.substring(0, part.indexOf('=')), part.substring(part.indexOf('=') + 1));
    }
    attachments.forEach(file -> body.file("attachment", file.name(), file.content()));
    unit.forEach(file -> body.file("file", file.name(), file.content()));
    return sender.put("/transmissions/" + id, body);
  }

  private HttpResponse<String> alone(OfferedFile letter, OfferedFile... attachments) {
    return offer(
        TransmissionId.next(), List.of(), letter, List.of(attachments), "recipient=" + HELPERS);
  }

  private static String path(HttpResponse<String> accepted) {
    assertEquals(201, accepted.statusCode(), accepted.body());
    return "/transmissions/" + json(accepted).getString("id");
  }

  @Test
  void aMessageGoesAloneAndIsReadAfterItIsReceived() {
    String path = path(alone(letter(TEXT)));

    assertRefused(409, "EX-106", recipient.get(path + "/message"));
    JsonObject waiting = json(recipient.get(path));
    assertEquals("message", waiting.getString("kind"));
    assertFalse(waiting.isNull("message"));
    assertTrue(waiting.getJsonArray("files").isEmpty());
    recipient.post(path + "/receiving", "");
    assertTrue(json(sender.get(path)).getJsonObject("message").isNull("readAt"));
    assertEquals(TEXT, json(recipient.get(path + "/message")).getString("text"));

    JsonObject seen = json(sender.get(path)).getJsonObject("message");
    assertEquals("KJ99" + HELPERS, seen.getString("readBy"));
    assertFalse(seen.isNull("readAt"));
    assertEquals("DOWNLOADED", json(sender.get(path)).getString("state"));
    assertEquals(200, sender.bytes(path + "/receipt").statusCode());
    String desk =
        DeskClient.of(house.node(), "HELPDESK", "").get("/desk/office?number=" + HELPERS).body();
    assertTrue(desk.contains("<td data-label=\"種類\">メッセージ</td>"), desk);
  }

  @Test
  void whatTheScannerFindsOrDoesNotLookAtIsNotSent() {
    for (var told :
        Map.of(FakeScanner.INFECTED, "422 EX-368", FakeScanner.BREAKS, "503 EX-369").entrySet()) {
      byte[] content = (new String(PDF, UTF_8) + "% " + told.getKey() + "\n").getBytes(UTF_8);
      assertRefused(
          Integer.parseInt(told.getValue().substring(0, 3)),
          told.getValue().substring(4),
          alone(letter("", "見本.pdf"), new OfferedFile("attachment-01.pdf", content)));
    }
  }

  @Test
  void attachmentsKeepTheirBytesAndTheirNames() {
    String path =
        path(alone(letter("", "診断書（架空太郎）.pdf"), new OfferedFile("attachment-01.pdf", PDF)));
    recipient.post(path + "/receiving", "");

    JsonObject attachment =
        json(recipient.get(path + "/message")).getJsonArray("attachments").getJsonObject(0);

    assertEquals("診断書（架空太郎）.pdf", attachment.getString("name"));
    assertArrayEquals(PDF, recipient.bytes(path + "/files/" + attachment.getString("file")).body());
    assertFalse(json(sender.get(path)).toString().contains("診断書"), "names are personal data");
  }

  @Test
  void aMessageGoesAlongWithAUnitAndNobodyFindsItInTheForms() {
    List<OfferedFile> unit = house.unit().files();
    var id = TransmissionId.next();

    String path =
        path(
            offer(
                id,
                unit,
                letter(TEXT, "地図.pdf"),
                List.of(new OfferedFile("attachment-01.pdf", PDF))));

    JsonObject received = json(recipient.post(path + "/receiving", ""));
    assertEquals(1, received.getInt("people"));
    assertEquals(unit.size() + 2, received.getJsonArray("files").size());
    assertEquals(1, received.getJsonObject("message").getInt("attachments"));
    assertEquals(TEXT, json(recipient.get(path + "/message")).getString("text"));
    assertArrayEquals(
        unit.getFirst().content(),
        recipient.bytes(path + "/files/" + unit.getFirst().name()).body());
  }

  @Test
  void theSameWordsMayBeSaidTwiceButNotUnderOneId() {
    var id = TransmissionId.next();
    OfferedFile letter = letter("承知しました。");
    path(offer(id, List.of(), letter, List.of(), "recipient=" + HELPERS));

    assertEquals(200, offer(id, List.of(), letter, List.of(), "recipient=" + HELPERS).statusCode());
    assertEquals(201, alone(letter).statusCode());
    assertRefused(
        409, "EX-103", offer(id, List.of(), letter("別"), List.of(), "recipient=" + HELPERS));
  }

  @Test
  void aMessageIsTakenBackLikeAnythingElse() {
    String path = path(alone(letter(TEXT)));

    sender.post(path + "/withdrawal", "{\"reason\":\"送り先を間違えました\"}");

    assertRefused(409, "EX-107", recipient.post(path + "/receiving", ""));
    assertRefused(409, "EX-107", recipient.get(path + "/message"));
    assertEquals(TEXT, json(sender.get(path + "/message")).getString("text"));
  }

  @Test
  void whatNobodyShouldOpenIsRefusedAndNamedByItsPlace() {
    var pdf = new OfferedFile("attachment-01.pdf", PDF);

    assertRefused(422, "EX-362", alone(letter("")));
    assertRefused(422, "EX-362", alone(letter("あ".repeat(2001))));
    assertRefused(422, "EX-362", alone(letter(TEXT), pdf));
    assertRefused(422, "EX-362", alone(new OfferedFile("message.json", "{".getBytes(UTF_8))));
    assertRefused(
        422, "EX-362", alone(letter(TEXT, "../a.pdf"), new OfferedFile("attachment-01.pdf", PDF)));
    assertRefused(
        422, "EX-362", alone(letter(TEXT, "a.exe"), new OfferedFile("attachment-01.exe", PDF)));
    JsonObject other =
        assertRefused(
            422,
            "EX-366",
            alone(
                letter(TEXT, "太郎.pdf"),
                new OfferedFile("attachment-01.pdf", "MZ".getBytes(UTF_8))));
    assertFalse(other.toString().contains("太郎"));
    assertTrue(other.getString("detail").startsWith("1番目の添付"));
  }

  @Test
  void aMessageNeedsSomebodyToGoTo() {
    var id = TransmissionId.next();

    assertRefused(400, "KE-202", offer(id, List.of(), letter(TEXT), List.of()));
    assertRefused(
        422, "EX-402", offer(id, List.of(), letter(TEXT), List.of(), "recipient=9999999999"));
    assertRefused(
        400,
        "KE-202",
        offer(id, List.of(), letter(TEXT), List.of(), "recipient=" + HELPERS, "recipientKind=99"));
    assertRefused(
        400, "KE-202", offer(id, List.of(), letter(TEXT), List.of(), "recipient=" + CARE_MANAGER));
  }

  @Test
  void othersFindNoMessage() {
    String path = path(alone(letter(TEXT)));

    assertRefused(404, "EX-102", house.office(SUPPORT_CENTER).get(path + "/message"));
    String plain = path(alone(letter("別の言葉")));
    assertRefused(404, "EX-370", sender.get(unitPath() + "/message"));
    assertEquals("別の言葉", json(sender.get(plain + "/message")).getString("text"));
  }

  private String unitPath() {
    var id = TransmissionId.next();
    assertEquals(201, sender.offer(id, house.unit().files()).statusCode());
    return "/transmissions/" + id;
  }

  @Test
  void whoeverHasNoLicenceReadsAndDoesNotWrite() {
    OfficeClient without = house.office(WITHOUT_LICENCE);
    OfferedFile letter = letter(TEXT);
    var body =
        new Multipart()
            .field("manifest", SendingOffer.manifestOf(List.of(letter)))
            .field("message", letter.content())
            .field("recipient", HELPERS);

    HttpResponse<String> answer = without.put("/transmissions/" + TransmissionId.next(), body);

    assertEquals(403, answer.statusCode());
    assertTrue(json(answer).getString("code").startsWith("LI-10"));
  }

  @Test
  void staffForOtherKindsOfServiceDoNotSeeIt() {
    String path =
        path(
            offer(
                TransmissionId.next(),
                List.of(),
                letter(TEXT),
                List.of(),
                "recipient=" + HELPERS,
                "recipientKind=11"));
    String ofOthers = house.addStaff(HELPERS, "USER", "16");
    String ofThese = house.addStaff(HELPERS, "USER", "11");

    assertRefused(
        404, "EX-102", house.node().office(HELPERS).signInAs(ofOthers).get(path + "/message"));
    assertRefused(
        409, "EX-106", house.node().office(HELPERS).signInAs(ofThese).get(path + "/message"));
  }
}
