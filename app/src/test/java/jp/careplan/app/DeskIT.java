package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.DAY_SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jp.careplan.app.house.AtOnce;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The operators' desk without a browser, on the real database. */
@ExtendWith(HouseKeeper.class)
class DeskIT {
  private static final String ALL = "OPERATOR,AUDITOR";

  private final House house;

  DeskIT(House house) {
    this.house = house;
  }

  private DeskClient operator(String roles, String prefectures) {
    return DeskClient.of(house.node(), roles, prefectures);
  }

  private HttpResponse<String> signIn(String id, String password, String code) {
    return DeskClient.signIn(house.node(), id, password, code);
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  private long count(String sql, Object... parameters) {
    return house.count(sql, parameters);
  }

  @Test
  void aWayToSetUpWorksOnce() {
    String id = DeskClient.newId();
    String way = DeskClient.wayFor(house.node(), id, ALL, "");
    DeskClient.setUp(house.node(), id, way);

    var again = new PageClient(house.node()).get(way);

    assertEquals(410, again.statusCode());
    assertEquals("AP-257", PageClient.problem(again));
  }

  @Test
  void aWayToSetUpEndsAfterADay() {
    String id = DeskClient.newId();
    String way = DeskClient.wayFor(house.node(), id, ALL, "");
    house.update(
        "UPDATE application_operator SET set_up_until = ? WHERE id = ?", "2026-01-01 00:00:00", id);

    assertEquals(410, new PageClient(house.node()).get(way).statusCode());
  }

  @Test
  void aShortPasswordOrAWrongCodeSetsNobodyUp() {
    String id = DeskClient.newId();
    String way = DeskClient.wayFor(house.node(), id, ALL, "");
    var pages = new PageClient(house.node());
    byte[] key = DeskClient.key(pages.get(way).body());
    String code = way.substring(way.indexOf('=') + 1);

    var tooShort =
        pages
            .form(way, "set-up")
            .send(
                Map.of(
                    "way",
                    code,
                    "wanted",
                    "みじかいことば",
                    "again",
                    "みじかいことば",
                    "code",
                    DeskClient.code(key, 0)));
    var wrongCode =
        pages
            .form(way, "set-up")
            .send(
                Map.of(
                    "way",
                    code,
                    "wanted",
                    DeskClient.PASSWORD,
                    "again",
                    DeskClient.PASSWORD,
                    "code",
                    DeskClient.code(key, 9)));

    assertEquals("AP-254", PageClient.problem(tooShort));
    assertEquals("AP-258", PageClient.problem(wrongCode));
    assertEquals(200, new PageClient(house.node()).get(way).statusCode());
  }

  @Test
  void aCodeOpensTheDeskOnce() {
    DeskClient operator = operator(ALL, "");
    String code = operator.nextCode();

    var first = signIn(operator.id(), DeskClient.PASSWORD, code);
    var second = signIn(operator.id(), DeskClient.PASSWORD, code);

    assertTrue(location(first).endsWith("/desk/home"), first.body());
    assertEquals("AP-251", PageClient.problem(second));
  }

  @Test
  void aRecoveryCodeOpensTheDeskOnce() {
    DeskClient operator = operator(ALL, "");
    String code = operator.recoveryCodes().getFirst();

    var first = signIn(operator.id(), DeskClient.PASSWORD, code);
    var second = signIn(operator.id(), DeskClient.PASSWORD, code);

    assertTrue(location(first).endsWith("/desk/home"), first.body());
    assertEquals("AP-251", PageClient.problem(second));
  }

  @Test
  void whicheverIsWrongIsToldAlikeAndTheThirdClosesTheDoor() {
    DeskClient operator = operator(ALL, "");
    String unknown = DeskClient.newId();

    var wrongPassword = signIn(operator.id(), "not-the-password-at-all", operator.nextCode());
    var wrongCode = signIn(operator.id(), DeskClient.PASSWORD, "000000");
    var wrongId = signIn(unknown, DeskClient.PASSWORD, operator.nextCode());
    signIn(operator.id(), DeskClient.PASSWORD, "000000");
    var closed = signIn(operator.id(), DeskClient.PASSWORD, operator.nextCode());

    Stream.of(wrongPassword, wrongCode, wrongId)
        .forEach(answer -> assertEquals("AP-251", PageClient.problem(answer)));
    assertEquals("AP-252", PageClient.problem(closed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/desk/",
        "/desk/home",
        "/desk/office?number=" + CARE_MANAGER,
        "/desk/trail-export",
        "/desk/operators.xhtml",
        "/desk/no-such-page",
        "/desk/../desk/trail",
        "//desk/home"
      })
  void aStrangerIsLedToTheSignIn(String path) {
    var answer = new PageClient(house.node()).get(path);

    assertTrue(
        location(answer).endsWith("/desk/sign-in") || answer.statusCode() >= 400,
        () -> answer.statusCode() + " " + answer.body());
    assertFalse(answer.body().contains("架空ケアプランセンター"));
  }

  @Test
  void anOfficesSessionDoesNotOpenTheDeskNorTheOtherWayRound() throws IOException {
    var office = new PageClient(house.node());
    office.signIn("KJ99" + CARE_MANAGER, OfficeClient.password(house.node()));
    DeskClient operator = operator(ALL, "");

    assertEquals(200, office.get("/account/home").statusCode());
    assertTrue(location(office.get("/desk/home")).endsWith("/desk/sign-in"));
    assertEquals(200, operator.get("/desk/home").statusCode());
    assertTrue(location(operator.get("/account/home")).contains("/way-in"));
    assertTrue(location(operator.get("/office/inbox")).contains("/way-in"));
  }

  @Test
  void aScriptIsToldThatNobodyIsSignedInAtTheDesk() {
    var stranger = new PageClient(house.node());

    assertTold(401, "AP-253", stranger.post("/desk/session/hand", ""));
    assertTold(401, "AP-111", stranger.post("/session/hand", ""));
    assertTold(404, "KE-201", stranger.post("/desk/session/nothing", ""));
  }

  private static void assertTold(int status, String code, HttpResponse<String> answer) {
    assertEquals(status, answer.statusCode(), answer.body());
    assertEquals(code, OfficeClient.json(answer).getString("code"));
  }

  @Test
  void whoExchangesWithAnOfficeIsToldThatItRestsAndIsBack() {
    String mail = "partner@careplan.example";
    String set = "UPDATE application_office SET mail = ? WHERE number = ?";
    String before =
        house
            .texts("SELECT mail FROM application_office WHERE number = '" + CARE_MANAGER + "'")
            .getFirst();
    house
        .office(CARE_MANAGER)
        .offer(TransmissionId.next(), house.unit(CARE_MANAGER, DAY_SERVICE).files());
    house.update(set, mail, CARE_MANAGER);
    var desk = operator("OPERATOR", "").pages();

    turn(desk, "suspend");
    String rests = house.mailTo(mail, 0);
    turn(desk, "resume");
    String back = house.mailTo(mail, 1);

    house.update(set, before, CARE_MANAGER);
    assertTrue(rests.contains("事業所番号 " + DAY_SERVICE) && rests.contains("休止中"), rests);
    assertTrue(rests.contains("FAXや郵便"), rests);
    assertTrue(back.contains("またこの事業所へ送れます"), back);
    assertEquals(2, house.mailsTo(mail).size());
  }

  private static void turn(PageClient desk, String act) {
    var done =
        desk.form("/desk/office?number=" + DAY_SERVICE, act)
            .send(Map.of("number", DAY_SERVICE, act + "-reason", "事業所の申し出", "sure", "1"));
    assertEquals(302, done.statusCode(), done.body());
  }

  @Test
  void aPieceOfAPageIsNoPage() {
    assertEquals(
        404, operator(ALL, "").get("/desk/panel/office?number=" + CARE_MANAGER).statusCode());
  }

  @ParameterizedTest
  @CsvSource({
    "HELPDESK, /desk/trail",
    "HELPDESK, /desk/fees",
    "HELPDESK, /desk/operators",
    "BILLING, /desk/trail-export",
    "BILLING, /desk/operators",
    "EDITOR, /desk/offices",
    "EDITOR, /desk/office?number=9970000011",
    "AUDITOR, /desk/operators"
  })
  void aRoleThatIsNotMeantIsRefused(String role, String path) {
    var answer = operator(role, "").get(path);

    assertEquals(403, answer.statusCode(), answer.body());
    assertEquals("AP-255", PageClient.problem(answer));
  }

  @Test
  void anOperatorOfOtherPrefecturesFindsAndOpensNothing() {
    DeskClient elsewhere = operator(ALL, "13,14");

    var list = elsewhere.get("/desk/offices?q=" + CARE_MANAGER);
    var office = elsewhere.get("/desk/office?number=" + CARE_MANAGER);
    var operators = elsewhere.get("/desk/operators");
    var trail = elsewhere.get("/desk/trail?office=" + CARE_MANAGER);

    assertFalse(list.body().contains("架空ケアプランセンター"));
    assertEquals("AP-256", PageClient.problem(office));
    assertEquals("AP-256", PageClient.problem(operators));
    assertTrue(trail.body().contains("この条件に合う記録はありません"));
  }

  private static HttpResponse<String> state(DeskClient by, String button, String id) {
    return by.pages()
        .form("/desk/operators", "state")
        .send(Map.of("state-id", id, "state-reason", "テスト", "sure", "1", button, ""));
  }

  @Test
  void whoIsDisabledIsOutAtOnce() {
    DeskClient first = operator(ALL, "");
    DeskClient second = operator(ALL, "");
    assertEquals(200, second.get("/desk/home").statusCode());

    state(first, "disable", second.id());

    assertTrue(location(second.get("/desk/home")).contains("/desk/sign-in"));
    assertEquals(
        "AP-251", PageClient.problem(signIn(second.id(), DeskClient.PASSWORD, second.nextCode())));
    assertEquals(
        1,
        count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE action = 'operator-disabled'"
                + " AND actor = ? AND subject = ? AND reason = 'テスト'",
            first.id(),
            second.id()));
  }

  /** Nobody else leads meanwhile. */
  private void alone(List<String> leaders, Runnable test) {
    house.update(
        "UPDATE application_operator SET enabled = FALSE WHERE id <> ? AND id <> ?",
        leaders.get(0),
        leaders.get(1));
    try {
      test.run();
    } finally {
      house.update("UPDATE application_operator SET enabled = TRUE");
    }
  }

  @Test
  void ofTheLastTwoWhoDisableEachOtherAtOnceOneStays() {
    for (int round = 0; round < 3; round++) {
      DeskClient first = operator(ALL, "");
      DeskClient second = operator(ALL, "");
      alone(
          List.of(first.id(), second.id()),
          () -> {
            var one = first.pages().form("/desk/operators", "state");
            var other = second.pages().form("/desk/operators", "state");
            List<Callable<HttpResponse<String>>> both =
                List.of(
                    () -> one.send(disable(second.id())), () -> other.send(disable(first.id())));

            AtOnce.run(both);

            assertEquals(
                1, count("SELECT COUNT(*) FROM application_operator WHERE enabled = TRUE"));
          });
    }
  }

  private static Map<String, String> disable(String id) {
    return Map.of("state-id", id, "state-reason", "同時", "sure", "1", "disable", "");
  }

  @Test
  void theLastOneWhoLeadsCannotBeDisabledChangedOrReset() {
    DeskClient last = operator(ALL, "");
    alone(
        List.of(last.id(), last.id()),
        () -> {
          var changed =
              last.pages()
                  .form("/desk/operators", "change")
                  .send(
                      Map.of(
                          "change-id",
                          last.id(),
                          "change-roles",
                          "AUDITOR",
                          "change-reason",
                          "テスト",
                          "sure",
                          "1"));

          assertEquals("AP-261", PageClient.problem(changed));
          assertEquals("AP-261", PageClient.problem(state(last, "disable", last.id())));
          assertEquals("AP-261", PageClient.problem(state(last, "reset", last.id())));
        });
  }

  @Test
  void aDraftOfTheTermsThatIsNotThereIsToldSo() {
    var answer = operator("OPERATOR", "").get("/desk/terms?draft=none");

    assertEquals(404, answer.statusCode(), answer.body());
    assertEquals("AP-454", PageClient.problem(answer));
  }

  @ParameterizedTest
  @CsvSource({"見本, 2027-04-02, 2027-04-01", "見本, 来年の春, 2027-04-01", "' ', 2027-04-01, 2027-04-02"})
  void aCampaignWithoutANameOrThatEndsBeforeItBeginsIsRefused(
      String name, String first, String last) {
    String all = "SELECT COUNT(*) FROM licensing_campaign";
    long before = count(all);

    var answer =
        operator("BILLING", "")
            .pages()
            .form("/desk/fees", "announce")
            .send(
                Map.of(
                    "announce-name", name,
                    "announce-first", first,
                    "announce-last", last,
                    "announce-reason", "テスト",
                    "sure", "1"));

    assertEquals("LI-202", PageClient.problem(answer));
    assertEquals(before, count(all));
  }

  @Test
  void nothingIsDoneWithoutTheTickAndNothingWithoutAReason() {
    DeskClient by = operator(ALL, "");
    DeskClient other = operator("HELPDESK", "");
    var form = by.pages().form("/desk/operators", "state");

    form.send(Map.of("state-id", other.id(), "state-reason", "テスト", "disable", ""));
    var noReason =
        form.send(Map.of("state-id", other.id(), "state-reason", " ", "sure", "1", "disable", ""));

    assertEquals("AP-262", PageClient.problem(noReason));
    assertEquals(200, other.get("/desk/home").statusCode());
  }
}
