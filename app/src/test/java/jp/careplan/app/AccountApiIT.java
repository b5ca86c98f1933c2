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
import java.net.http.HttpResponse;
import java.util.List;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What belongs to the office's account, over the API. */
@ExtendWith(HouseKeeper.class)
class AccountApiIT {
  private static final String HELPER =
      "{\"name\":\"見本 花子\",\"role\":\"USER\",\"serviceKinds\":[\"43\"]}";

  private final House house;
  private final OfficeClient office;

  AccountApiIT(House house) {
    this.house = house;
    this.office = house.office(CARE_MANAGER);
  }

  private static List<JsonObject> items(HttpResponse<String> answer) {
    assertEquals(200, answer.statusCode(), answer.body());
    return json(answer).getJsonArray("items").getValuesAs(JsonObject.class);
  }

  private static HttpResponse<String> put(OfficeClient by, String path, String body) {
    return by.call("PUT", path, "application/json", body.getBytes(UTF_8));
  }

  private OfficeClient staff() {
    return house.node().office(CARE_MANAGER).signInAs(house.addStaff(CARE_MANAGER, "USER", ""));
  }

  private JsonObject found(String user) {
    return items(office.get("/staff")).stream()
        .filter(it -> it.getString("user").equals(user))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anAdministratorInvitesChangesAndRemovesStaff() {
    var invited = office.post("/staff", HELPER);
    String user = json(invited).getString("user");

    assertEquals(201, invited.statusCode(), invited.body());
    assertFalse(json(invited).isNull("code")); // no mail address, so on paper
    assertEquals("INVITED", found(user).getString("state"));
    assertEquals("[\"43\"]", found(user).getJsonArray("serviceKinds").toString());

    String changed =
        "{\"name\":\"見本 次郎\",\"role\":\"ADMINISTRATOR\",\"mail\":\"jiro@office.example\"}";
    assertEquals(204, put(office, "/staff/" + user, changed).statusCode());
    assertEquals("ADMINISTRATOR", found(user).getString("role"));
    assertTrue(json(office.post("/staff/" + user + "/invitation", "{}")).isNull("code"));

    assertEquals(204, office.delete("/staff/" + user).statusCode());
    assertEquals("REMOVED", found(user).getString("state"));
    assertRefused(409, "AP-404", office.delete("/staff/" + user));
    assertRefused(409, "AP-404", office.post("/staff/" + user + "/invitation", "{}"));
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'staff-removed' AND subject = ?",
            user));
  }

  @Test
  void staffThatIsNotAsItShouldBeIsRefused() {
    assertRefused(400, "KE-202", office.post("/staff", "{\"name\":\"見本\",\"role\":\"BOSS\"}"));
    assertRefused(422, "AP-403", office.post("/staff", "{\"name\":\"\",\"role\":\"USER\"}"));
    assertRefused(422, "AP-403", office.post("/staff", HELPER.replace("43", "11")));
    assertRefused(422, "KE-103", office.post("/staff", HELPER.replace("43", "x")));
    assertRefused(
        422, "AP-213", office.post("/staff", "{\"name\":\"見本\",\"role\":\"USER\",\"mail\":\"x\"}"));
    assertRefused(422, "KE-104", office.delete("/staff/1"));
    String foreign = house.addStaff(HELPERS, "USER", "");
    assertRefused(404, "AP-402", office.delete("/staff/" + foreign));
    assertRefused(404, "AP-402", put(office, "/staff/" + foreign, HELPER));
  }

  @Test
  void whoDoesNotAdministerIsRefused() {
    OfficeClient staff = staff();
    String user = house.addStaff(CARE_MANAGER, "USER", "");

    assertRefused(403, "AP-401", staff.get("/staff"));
    assertRefused(403, "AP-401", staff.post("/staff", HELPER));
    assertRefused(403, "AP-401", put(staff, "/staff/" + user, HELPER));
    assertRefused(403, "AP-401", staff.post("/staff/" + user + "/invitation", "{}"));
    assertRefused(403, "AP-401", staff.delete("/staff/" + user));
    assertRefused(403, "AP-401", staff.get("/terminals"));
    assertRefused(
        403, "AP-401", staff.post("/terminals/1/revocation", "{\"reason\":\"UNSPECIFIED\"}"));
    assertRefused(403, "AP-401", staff.get("/software"));
    assertRefused(403, "AP-401", put(staff, "/software", "{\"name\":\"見本\"}"));
    assertEquals(200, staff.get("/licence").statusCode());
  }

  @Test
  void careSoftwareTellsItsEditionByItself() {
    var told = put(office, "/software", "{\"name\":\"見本らくらく介護\",\"edition\":\"3.2\"}");

    assertEquals("3.2", json(told).getJsonObject("told").getString("edition"));
    assertTrue(
        house.office(HELPERS).get("/partners/" + CARE_MANAGER).body().contains("見本らくらく介護 3.2"));
    assertTrue(json(put(office, "/software", "{\"name\":\"\"}")).isNull("told"));
    assertTrue(json(office.get("/software")).isNull("told"));
    assertRefused(400, "KE-202", put(office, "/software", "{}"));
  }

  @Test
  void theTerminalInUseIsAmongThoseOfTheOffice() {
    List<JsonObject> mine =
        items(office.get("/terminals")).stream().filter(it -> it.getBoolean("current")).toList();

    assertEquals(1, mine.size());
    assertFalse(mine.getFirst().isNull("usableUntil"));
    String path = "/terminals/" + mine.getFirst().getString("id") + "/revocation";
    assertRefused(400, "KE-202", office.post(path, "{\"reason\":\"BORED\"}"));
    assertRefused(
        404, "AP-167", house.office(SECOND_CARE_MANAGER).post(path, "{\"reason\":\"SUPERSEDED\"}"));
  }

  @Test
  void theLicenceIsLookedAt() {
    JsonObject licence = json(office.get("/licence"));

    assertEquals("RUNNING", licence.getString("state"));
    JsonObject last = licence.getJsonArray("periods").getValuesAs(JsonObject.class).getLast();
    assertEquals(licence.getString("until"), last.getString("until"));
  }

  @Test
  void aLoginIsEndedByItsOwnAccountAlone() {
    OfficeClient other = house.node().office(CARE_MANAGER).signIn();
    String id =
        items(other.get("/sessions")).stream()
            .filter(it -> it.getBoolean("current"))
            .findFirst()
            .orElseThrow()
            .getString("id");

    assertRefused(404, "AP-217", staff().delete("/sessions/" + id));
    assertEquals(204, office.delete("/sessions/" + id).statusCode());
    assertRefused(401, "AP-110", other.get("/sessions"));
    assertRefused(404, "AP-217", office.delete("/sessions/" + id));
  }
}
