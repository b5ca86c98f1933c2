package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.DAY_SERVICE;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static jp.careplan.app.house.House.TEMPORARY_PASSWORD;
import static jp.careplan.app.house.House.WITHOUT_LICENCE;
import static jp.careplan.app.house.OfficeClient.json;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.app.house.Certificates;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.Door;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import jp.careplan.app.house.PasskeyDevice;
import jp.careplan.kernel.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(HouseKeeper.class)
class SignInIT {
  private static final String NOBODY = "018f0000-0000-7000-8000-000000000000";

  private final House house;

  SignInIT(House house) {
    this.house = house;
  }

  static Stream<Door> connectorDoors() {
    return Door.all().stream().filter(door -> !door.isPublic());
  }

  static Stream<Door> closedDoors() {
    return connectorDoors().filter(door -> !door.toString().equals("POST /sessions"));
  }

  static Stream<Door> publicDoors() {
    return Door.all().stream().filter(Door::isPublic);
  }

  private String password() throws IOException {
    return OfficeClient.password(house.node());
  }

  private static String userId(String office) {
    return "KJ99" + office;
  }

  @Test
  void aCertificateWithItsPasswordOpensASessionOfTheOffice() throws IOException {
    var office = house.node().office(CARE_MANAGER);

    var answer = office.signIn(userId(CARE_MANAGER), password());

    var session = json(answer);
    assertEquals(201, answer.statusCode());
    assertEquals(43, session.getString("token").length());
    assertEquals(userId(CARE_MANAGER), session.getString("userId"));
    assertEquals(CARE_MANAGER, session.getJsonObject("office").getString("number"));
    assertEquals("架空ケアプランセンター", session.getJsonObject("office").getString("name"));
    assertEquals("受付のパソコン", session.getJsonObject("terminal").getString("name"));
    assertEquals(3600, session.getInt("idleSeconds"), 5);
    assertEquals("RUNNING", session.getJsonObject("licence").getString("state"));
  }

  @Test
  void theSessionTellsAboutItselfWithoutItsToken() {
    var office = house.office(CARE_MANAGER);

    var session = json(office.get("/sessions/current"));

    assertEquals(userId(CARE_MANAGER), session.getString("userId"));
    assertFalse(session.containsKey("token"));
  }

  @Test
  void anOfficeWhoseLicenceEndedStillSignsInAndIsTold() {
    var office = house.office(WITHOUT_LICENCE);

    var licence = json(office.get("/sessions/current")).getJsonObject("licence");

    assertEquals("ENDED", licence.getString("state"));
    assertEquals("2025-03-31", licence.getString("until"));
  }

  @Test
  void aWrongPasswordIsRefused() {
    var office = house.node().office(HELPERS);

    var answer = office.signIn(userId(HELPERS), "not-the-password");

    assertRefused(401, "AP-106", answer);
    office.signIn();
  }

  @Test
  void anUnknownAccountIsRefusedWithTheSameWordsAsAWrongPassword() {
    var office = house.node().office(HELPERS);

    var unknown = json(office.signIn("KJ13" + HELPERS, "not-the-password"));
    var wrong = json(office.signIn(userId(HELPERS), "not-the-password"));

    assertEquals(wrong.getString("code"), unknown.getString("code"));
    assertEquals(wrong.getString("detail"), unknown.getString("detail"));
    office.signIn();
  }

  @Test
  void whoGuessesOnHasToWaitAndIsToldHowLong() {
    var office = house.node().office(DAY_SERVICE);
    String guessed = "KJ14" + DAY_SERVICE;
    for (int i = 0; i < 4; i++) {
      office.signIn(guessed, "guess-" + i);
    }

    var answer = office.signIn(guessed, "one-more-guess");

    assertRefused(429, "AP-108", answer);
    assertTrue(Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow()) > 0);
  }

  @Test
  void guessesMadeAtOnceAreAllCounted() throws Exception {
    var office = house.node().office(DAY_SERVICE);
    String guessed = "KJ15" + DAY_SERVICE;
    List<HttpResponse<String>> answers = new ArrayList<>();
    List<Callable<HttpResponse<String>>> guesses = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      guesses.add(() -> office.signIn(guessed, "a-guess"));
    }

    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (var guess : threads.invokeAll(guesses)) {
        answers.add(guess.get());
      }
    }

    answers.forEach(
        answer -> assertTrue(List.of(401, 429).contains(answer.statusCode()), answer.body()));
    assertRefused(429, "AP-108", office.signIn(guessed, "a-guess"));
  }

  @Test
  void anIdOfAClaimProxyIsRefusedWithTheReason() throws IOException {
    var answer = house.node().office(CARE_MANAGER).signIn("HD99" + CARE_MANAGER, password());

    assertRefused(403, "KE-105", answer);
  }

  @Test
  void aTemporaryPasswordMustBeChangedFirst() throws IOException {
    var office = house.node().office(TEMPORARY_PASSWORD);

    var answer = office.signIn(userId(TEMPORARY_PASSWORD), password());

    assertRefused(403, "AP-107", answer);
  }

  @Test
  void anIdOfAnotherOfficeThanTheCertificateIsRefused() throws IOException {
    var answer = house.node().office(CARE_MANAGER).signIn(userId(HELPERS), password());

    assertRefused(403, "AP-105", answer);
  }

  @Test
  void aCertificateOfAnotherKindIsRefused() throws IOException {
    var office = house.node().office(HELPERS).with(certificates().proxy(HELPERS));

    var answer = office.signIn(userId(HELPERS), password());

    assertRefused(403, "AP-102", answer);
  }

  @Test
  void aTerminalThatIsNotRegisteredIsRefused() throws IOException {
    var office = house.node().office(HELPERS).with(certificates().valid(HELPERS));

    var answer = office.signIn(userId(HELPERS), password());

    assertRefused(403, "AP-104", answer);
  }

  @Test
  void revokingACertificateClosesTheDoorAndEndsItsSessions() throws IOException {
    var office = house.office(DAY_SERVICE);
    house.update(
        "UPDATE application_certificate SET revoked_at = '2026-01-01' WHERE office = ?",
        DAY_SERVICE);
    try {
      assertRefused(401, "AP-110", office.get("/inbox"));
      assertRefused(403, "AP-103", office.signIn(userId(DAY_SERVICE), password()));
    } finally {
      house.update(
          "UPDATE application_certificate SET revoked_at = NULL WHERE office = ?", DAY_SERVICE);
    }
  }

  @Test
  void withoutACertificateTheAnswerSaysThatOneIsMissing() throws IOException {
    var nobody = house.node().office(CARE_MANAGER).withoutCertificate();

    assertRefused(401, "AP-101", nobody.signIn(userId(CARE_MANAGER), password()));
    assertRefused(401, "AP-101", nobody.get("/inbox"));
  }

  @Test
  void aCertificateOfAForeignAuthorityIsTurnedAwayByTls() {
    Path foreign = certificates().ofAnotherAuthority().valid(CARE_MANAGER);
    var office = house.node().office(CARE_MANAGER).with(foreign);

    assertThrows(UncheckedIOException.class, () -> office.get("/inbox"));
  }

  @Test
  void anExpiredCertificateIsTurnedAwayByTls() {
    var office = house.node().office(CARE_MANAGER).with(certificates().expired(CARE_MANAGER));

    assertThrows(UncheckedIOException.class, () -> office.get("/inbox"));
  }

  @Test
  void aTokenIsWorthNothingOverAnotherCertificate() {
    String token = house.office(CARE_MANAGER).token();

    assertRefused(401, "AP-110", house.node().office(HELPERS).bearing(token).get("/inbox"));
    assertRefused(
        401,
        "AP-101",
        house.node().office(HELPERS).withoutCertificate().bearing(token).get("/inbox"));
  }

  @Test
  void signingOutEndsTheSession() {
    var office = house.office(CARE_MANAGER);

    var answer = office.delete("/sessions/current");

    assertEquals(204, answer.statusCode());
    assertEquals("", answer.body());
    assertRefused(401, "AP-110", office.get("/inbox"));
  }

  @Test
  void aSessionEndsWhenItsTimeIsOver() {
    var office = house.office(CARE_MANAGER);
    house.update(
        "UPDATE application_session SET idle_until = '2026-01-01' WHERE id = ?",
        Sha256.hex(office.token()));

    assertRefused(401, "AP-110", office.get("/inbox"));
  }

  @Test
  void theTokenIsNotKept() {
    String token = house.office(CARE_MANAGER).token();

    long kept = house.count("SELECT COUNT(*) FROM application_session WHERE id LIKE ?", token);

    assertEquals(0, kept);
  }

  @Test
  void aHandOffIsAnAddressForTheBrowserThatIsKeptHashed() {
    var office = house.office(CARE_MANAGER);

    var answer = office.post("/handoff", "");

    assertEquals(201, answer.statusCode(), answer.body());
    String code = json(answer).getString("url").replaceFirst(".*code=", "");
    assertEquals(
        1, house.count("SELECT COUNT(*) FROM application_hand_off WHERE id = ?", Sha256.hex(code)));
  }

  @ParameterizedTest
  @MethodSource("closedDoors")
  void everyDoorAsksForASession(Door door) {
    var office = house.node().office(CARE_MANAGER);

    var without = office.call(door.method(), door.pathFor(NOBODY));
    var invented = office.bearing("x".repeat(43)).call(door.method(), door.pathFor(NOBODY));

    assertRefused(401, "AP-111", without);
    assertRefused(401, "AP-110", invented);
  }

  @ParameterizedTest
  @MethodSource("connectorDoors")
  void noDoorOfTheConnectorOpensOnThePublicListener(Door door) throws Exception {
    var answer = house.node().publicly(door.method(), "/api/v1" + door.pathFor(NOBODY));

    assertRefused(404, "KE-201", answer);
  }

  @ParameterizedTest
  @MethodSource("publicDoors")
  void noPublicDoorOpensOnTheConnector(Door door) {
    var office = house.office(CARE_MANAGER);

    var answer = office.call(door.method(), "/../../public/v1" + door.pathFor(NOBODY));

    assertRefused(404, "KE-201", answer);
  }

  @Test
  void thereAreDoors() {
    String doors = connectorDoors().map(Door::toString).collect(Collectors.joining("\n"));

    assertTrue(doors.contains("PUT /transmissions/{id}"), doors);
    assertTrue(doors.contains("GET /transmissions/{id}/files/{name}"), doors);
    assertTrue(publicDoors().findAny().isPresent());
  }

  @Test
  void twoSignInsGiveTwoTokens() {
    assertNotEquals(
        house.office(SECOND_CARE_MANAGER).token(), house.office(SECOND_CARE_MANAGER).token());
  }

  @Test
  void theLogNamesNeitherPasswordNorToken() throws IOException {
    var office = house.office(CARE_MANAGER);
    office.signIn(userId(CARE_MANAGER), "a-password-that-nobody-may-read");
    office.signIn();

    String log = Files.readString(house.node().log());

    assertFalse(log.contains("a-password-that-nobody-may-read"));
    assertFalse(log.contains(password()));
    assertFalse(log.contains(office.token()));
  }

  private Certificates certificates() {
    return Certificates.of(house.node());
  }

  @Test
  void aStaffUserSignsInWithTheOfficesCertificateAndIsOutEverywhereOnceRemoved()
      throws IOException {
    String user = house.addStaff(HELPERS, "USER", "");
    var launcher = house.node().office(HELPERS).signInAs(user);
    var page = new PageClient(house.node());
    page.enter(json(launcher.post("/handoff", "")).getString("url"));
    URI unused = URI.create(json(launcher.post("/handoff", "")).getString("url"));
    assertEquals(user, json(launcher.get("/sessions/current")).getString("userId"));
    assertTrue(page.get("/office/home").body().contains(user));
    assertEquals(302, page.get("/account/staff").statusCode());
    PasskeyDevice phone = registered(page);

    var administrator = new PageClient(house.node());
    administrator.signIn(userId(HELPERS), password());
    var removed =
        administrator
            .form("/account/staff-user?remove=1&id=" + user, "removal")
            .send(Map.of("id", user, "remove", "1"));

    assertEquals(302, removed.statusCode());
    assertNoWayIn("AP-421", enter(new PageClient(house.node()), phone));
    assertRefused(401, "AP-110", launcher.get("/sessions/current"));
    assertTrue(
        page.get("/office/home").headers().firstValue("Location").orElse("").contains("over"));
    assertTrue(
        new PageClient(house.node())
            .get(unused.getPath() + "?" + unused.getQuery())
            .body()
            .contains("AP-113"));
    assertRefused(401, "AP-106", house.node().office(HELPERS).signIn(user, password()));
  }

  private PageClient pages(String office) {
    var page = new PageClient(house.node());
    page.enter(json(house.office(office).post("/handoff", "")).getString("url"));
    return page;
  }

  private static JsonObject asked(PageClient page, String errand) {
    return json(page.post("/account/passkey-" + errand + "?step=ask", "{\"name\":\"訪問用の電話\"}"));
  }

  private static HttpResponse<String> answer(PageClient page, String errand, String answer) {
    return page.post(
        "/account/passkey-" + errand,
        Json.createObjectBuilder().add("name", "訪問用の電話").add("answer", answer).build().toString());
  }

  private PasskeyDevice registered(PageClient page) {
    var device = new PasskeyDevice(house.node());
    var answer = answer(page, "registration", device.register(asked(page, "registration")));
    assertEquals(200, answer.statusCode(), answer.body());
    return device;
  }

  private HttpResponse<String> enter(PageClient page, PasskeyDevice device) {
    return answer(page, "sign-in", device.signIn(asked(page, "sign-in")));
  }

  private static void assertNoWayIn(String code, HttpResponse<String> answer) {
    assertTrue(answer.body().contains("\"code\":\"" + code + "\""), answer.body());
  }

  @Test
  void aPasskeyOfACertificateSessionSeesPlans() {
    var device = registered(pages(DAY_SERVICE));
    var phone = new PageClient(house.node());

    assertEquals("/office/home", json(enter(phone, device)).getString("to"));

    assertEquals(200, phone.get("/office/inbox").statusCode());
    assertNoWayIn("AP-423", phone.post("/account/passkey-registration?step=ask", "{}"));
    assertTrue(
        house.count(
                "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'signed-in-passkey'"
                    + " AND actor = ?",
                userId(DAY_SERVICE))
            > 0);
  }

  private static JsonObject askedAtTheLock(PageClient page) {
    return json(page.post("/session/passkey?step=ask", "{}"));
  }

  private static HttpResponse<String> unlock(PageClient page, String answer) {
    return page.post(
        "/session/passkey", Json.createObjectBuilder().add("answer", answer).build().toString());
  }

  @Test
  void aPasskeyOpensTheLockOfItsOwnersPagesAndOfNobodyElses() {
    var page = pages(DAY_SERVICE);
    var device = registered(page);
    var others = registered(pages(HELPERS));
    var phone = new PageClient(house.node());
    enter(phone, device);
    phone.post("/session/lock", "");
    assertTrue(
        phone.get("/office/inbox").headers().firstValue("Location").orElse("").contains("locked"));

    assertNoWayIn("AP-421", unlock(phone, others.signIn(askedAtTheLock(phone))));
    assertNoWayIn("AP-421", unlock(phone, device.signIn(askedAtTheLock(page))));
    assertNoWayIn("AP-421", unlock(phone, device.signIn(asked(phone, "sign-in"))));
    assertNoWayIn("AP-111", unlock(new PageClient(house.node()), "{}"));
    assertEquals(302, phone.get("/office/inbox").statusCode());
    String answer = device.signIn(askedAtTheLock(phone));
    assertEquals(200, unlock(phone, answer).statusCode());
    assertNoWayIn("AP-421", unlock(phone, answer));

    assertEquals(200, phone.get("/office/inbox").statusCode());
    assertFalse(askedAtTheLock(phone).getJsonArray("known").isEmpty());
    house.update(
        "DELETE FROM application_passkey WHERE user_id IN (?, ?)",
        userId(DAY_SERVICE),
        userId(HELPERS));
  }

  @Test
  void nobodyHasMoreThanTenPasskeys() {
    String forget = "DELETE FROM application_passkey WHERE user_id = ?";
    house.update(forget, userId(HELPERS));
    var page = pages(HELPERS);
    for (int i = 0; i < 10; i++) {
      registered(page);
    }

    var device = new PasskeyDevice(house.node());
    var eleventh = answer(page, "registration", device.register(asked(page, "registration")));

    assertNoWayIn("AP-426", eleventh);
    house.update(forget, userId(HELPERS));
  }

  @Test
  void aPasswordAloneRegistersNoPasskey() throws IOException {
    var page = new PageClient(house.node());
    page.signIn(userId(DAY_SERVICE), password());

    assertNoWayIn("AP-423", page.post("/account/passkey-registration?step=ask", "{}"));
  }

  @Test
  void whatNoHonestBrowserAnswersIsRefused() {
    var page = pages(DAY_SERVICE);
    var phone = new PageClient(house.node());
    JsonObject first = asked(page, "registration");
    String answer = new PasskeyDevice(house.node()).register(first);
    assertNoWayIn("AP-421", answer(pages(DAY_SERVICE), "registration", answer));
    assertEquals(200, answer(page, "registration", answer).statusCode());
    assertNoWayIn("AP-421", answer(page, "registration", answer));
    for (PasskeyDevice bad :
        List.of(
            new PasskeyDevice(house.node()).at("https://careplan.example"),
            new PasskeyDevice(house.node()).withoutVerifying())) {
      assertNoWayIn(
          "AP-421", answer(page, "registration", bad.register(asked(page, "registration"))));
    }
    assertNoWayIn("AP-421", answer(page, "registration", "{}"));

    String used = registered(page).signIn(asked(phone, "sign-in"));
    assertEquals(200, answer(phone, "sign-in", used).statusCode());
    assertNoWayIn("AP-421", answer(phone, "sign-in", used));
    assertNoWayIn(
        "AP-421", enter(phone, registered(page).at(house.node().publicAddress("") + "1")));
    assertNoWayIn("AP-421", enter(phone, registered(page).withoutVerifying()));
    assertNoWayIn("AP-421", enter(phone, registered(page).counting(1)));
    assertNoWayIn("AP-421", enter(phone, registered(page).belongingTo("c29tZWJvZHk")));
    assertNoWayIn("AP-421", enter(phone, new PasskeyDevice(house.node())));
    assertNoWayIn("AP-421", answer(phone, "sign-in", "[]"));
    house.update(
        "DELETE FROM application_passkey WHERE user_id = ?", userId(DAY_SERVICE)); // ten at most
  }

  @Test
  void aChallengeIsGoodForFiveMinutes() {
    var page = pages(DAY_SERVICE);
    var device = registered(page);
    String answer = device.signIn(asked(page, "sign-in"));
    house.update("UPDATE application_passkey_challenge SET expires_at = '2026-01-01'");

    assertNoWayIn("AP-421", answer(page, "sign-in", answer));
  }

  @Test
  void aPasskeyThatIsTakenAwayOrForbiddenEndsWhatItOpened() throws IOException {
    var device = registered(pages(DAY_SERVICE));
    var forbidden = registered(pages(DAY_SERVICE));
    var phone = new PageClient(house.node());
    enter(phone, device);

    var page = new PageClient(house.node());
    page.signIn(userId(DAY_SERVICE), password());
    page.form("/account/passkeys", "keys").send(Map.of("chosen", device.key()));

    assertEquals(302, phone.get("/office/home").statusCode());
    assertNoWayIn("AP-421", enter(phone, device));
    enter(phone, forbidden);
    assertEquals(200, phone.get("/office/home").statusCode());
    var desk = DeskClient.of(house.node(), "OPERATOR", "").pages();
    onPasskeys(desk, "forbid");
    try {
      assertEquals(302, phone.get("/office/home").statusCode());
      assertNoWayIn("AP-422", enter(new PageClient(house.node()), forbidden));
      assertNoWayIn(
          "AP-422", pages(DAY_SERVICE).post("/account/passkey-registration?step=ask", "{}"));
    } finally {
      onPasskeys(desk, "allow");
    }
    assertEquals(200, enter(new PageClient(house.node()), forbidden).statusCode());
  }

  private static void onPasskeys(PageClient desk, String act) {
    String form = act + "-passkeys";
    var done =
        desk.form("/desk/office?number=" + DAY_SERVICE, form)
            .send(Map.of("number", DAY_SERVICE, form + "-reason", "事業所の申し出", "sure", "1"));
    assertEquals(302, done.statusCode(), done.body());
  }
}
