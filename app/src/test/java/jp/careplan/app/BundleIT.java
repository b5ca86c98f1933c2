package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static jp.careplan.app.house.House.SUPPORT_CENTER;
import static jp.careplan.app.house.OfficeClient.json;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Many transmissions as one ZIP. */
@ExtendWith(HouseKeeper.class)
class BundleIT {
  private final House house;
  private final OfficeClient sender;
  private final OfficeClient recipient;

  BundleIT(House house) {
    this.house = house;
    this.sender = house.office(CARE_MANAGER);
    this.recipient = house.office(HELPERS);
  }

  private String sent(OfficeClient by, List<OfferedFile> files) {
    var id = TransmissionId.next();
    assertEquals(201, by.offer(id, files).statusCode());
    return id.value();
  }

  private HttpResponse<byte[]> bundle(String... ids) {
    var list = Json.createArrayBuilder();
    List.of(ids).forEach(list::add);
    byte[] body =
        Json.createObjectBuilder()
            .add("transmissions", list)
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    return recipient.callForBytes("POST", "/inbox/bundle", "application/json", body);
  }

  private static Map<String, byte[]> entries(byte[] zip) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
      for (ZipEntry it = in.getNextEntry(); it != null; it = in.getNextEntry()) {
        entries.put(it.getName(), in.readAllBytes());
      }
    }
    return entries;
  }

  @Test
  void manyComeInTheOrderInWhichTheyAreTakenIn() throws IOException {
    List<OfferedFile> first = house.unit().files();
    List<OfferedFile> second = house.unit(SECOND_CARE_MANAGER, HELPERS).files();
    List<OfferedFile> third = house.unit().files();
    String late = sent(sender, third); // arrives first, but is to be taken in last
    String early = sent(sender, first);
    String other = sent(house.office(SECOND_CARE_MANAGER), second);

    Map<String, byte[]> entries = entries(bundle(late, early, other).body());

    var names = new ArrayList<>(entries.keySet());
    assertTrue(names.get(0).startsWith(CARE_MANAGER + "_架空ケアプランセンター/001_202606_"), names.get(0));
    assertTrue(names.get(3).startsWith(SECOND_CARE_MANAGER + "_"), names.get(3));
    assertTrue(names.get(6).startsWith(CARE_MANAGER + "_架空ケアプランセンター/003_"), names.get(6));
    assertArrayEquals(first.getFirst().content(), entries.get(names.get(0)));
    assertEquals("00_最初に読んでください.txt", names.getLast());
    String told = new String(entries.get(names.getLast()), StandardCharsets.UTF_8);
    assertTrue(told.indexOf("001") < told.indexOf("002"), told);
    for (String id : List.of(late, early, other)) {
      assertEquals("DOWNLOADED", json(recipient.get("/transmissions/" + id)).getString("state"));
    }
  }

  @Test
  void whatWasTakenBackIsToldAndTheRestComes() throws IOException {
    String gone = sent(sender, house.unit().files());
    String there = sent(sender, house.unit().files());
    sender.post("/transmissions/" + gone + "/withdrawal", "{\"reason\":\"月を間違えました\"}");

    Map<String, byte[]> entries = entries(bundle(gone, there).body());

    assertEquals(4, entries.size());
    String told = new String(entries.get("00_最初に読んでください.txt"), StandardCharsets.UTF_8);
    assertTrue(told.contains("次のものは、ここに入っていません。"), told);
    assertTrue(told.contains("EX-107"), told);
    assertEquals("DOWNLOADED", json(recipient.get("/transmissions/" + there)).getString("state"));
  }

  @Test
  void itComesAgainAsOftenAsItIsAskedFor() throws IOException {
    String id = sent(sender, house.unit().files());

    Map<String, byte[]> once = entries(bundle(id).body());
    Map<String, byte[]> again = entries(bundle(id).body());

    assertEquals(once.keySet(), again.keySet());
  }

  @Test
  void allThatIsUnreadComesWhereNothingIsNamed() throws IOException {
    OfficeClient centre = house.office(SUPPORT_CENTER);
    String id = sent(sender, house.unit(CARE_MANAGER, SUPPORT_CENTER).files());

    byte[] zip =
        centre
            .callForBytes(
                "POST", "/inbox/bundle", "application/json", "{}".getBytes(StandardCharsets.UTF_8))
            .body();

    assertTrue(entries(zip).size() >= 4);
    assertEquals("DOWNLOADED", json(centre.get("/transmissions/" + id)).getString("state"));
    assertEquals(0, json(centre.get("/overview")).getInt("unread"));
    assertRefused(404, "EX-361", centre.post("/inbox/bundle", "{}"));
  }

  @Test
  void whatIsBetweenOthersIsNotFound() {
    String foreign = sent(sender, house.unit(CARE_MANAGER, SUPPORT_CENTER).files());
    String own = sent(sender, house.unit().files());

    assertRefused(
        404,
        "EX-102",
        recipient.post(
            "/inbox/bundle", "{\"transmissions\":[\"" + own + "\",\"" + foreign + "\"]}"));
    assertEquals("SENT", json(recipient.get("/transmissions/" + own)).getString("state"));
    assertRefused(400, "KE-202", recipient.post("/inbox/bundle", "{\"transmissions\":[]}"));
    assertRefused(400, "EX-101", recipient.post("/inbox/bundle", "{\"transmissions\":[\"x\"]}"));
  }
}
