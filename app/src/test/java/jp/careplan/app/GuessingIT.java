package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.DAY_SERVICE;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static jp.careplan.app.house.House.SUPPORT_CENTER;
import static jp.careplan.app.house.House.WITHOUT_LICENCE;
import static jp.careplan.app.house.OfficeClient.json;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jp.careplan.app.house.AtOnce;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.TimeOrderedId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What strangers, and too many at once, may do to the sign-in. */
@ExtendWith(HouseKeeper.class)
class GuessingIT {
  private static final int MANY = 12;
  private static final int EVALUATED = 3;

  private final House house;

  GuessingIT(House house) {
    this.house = house;
  }

  private String password() throws IOException {
    return OfficeClient.password(house.node());
  }

  private static <T> List<Callable<T>> times(int count, Callable<T> call) {
    return Collections.nCopies(count, call);
  }

  private List<String> guessAtOnceOnThePage(String userId) {
    List<PageClient.PageForm> forms =
        IntStream.range(0, MANY).mapToObj(i -> new PageClient(house.node()).signInPage()).toList();
    return AtOnce.run(
            forms.stream()
                .<Callable<HttpResponse<String>>>map(
                    form -> () -> form.send(Map.of("user-id", userId, "password", "a-guess")))
                .toList())
        .stream()
        .map(PageClient::problem)
        .sorted()
        .toList();
  }

  private static List<String> evaluatedThen(String refused) {
    return Stream.concat(
            Collections.nCopies(EVALUATED, "AP-106").stream(),
            Collections.nCopies(MANY - EVALUATED, refused).stream())
        .toList();
  }

  @Test
  void ofManyGuessesAtOnceBesideACertificateThreeAreLookedAt() {
    var office = house.node().office(DAY_SERVICE);
    String guessed = "KJ21" + DAY_SERVICE;

    List<String> codes =
        AtOnce.run(times(MANY, () -> office.signIn(guessed, "a-guess"))).stream()
            .map(answer -> json(answer).getString("code"))
            .sorted()
            .toList();

    assertEquals(evaluatedThen("AP-108"), codes);
  }

  @Test
  void ofManyGuessesAtOnceOnThePageThreeAreLookedAt() {
    assertEquals(evaluatedThen("AP-109"), guessAtOnceOnThePage("KJ999970000998"));
  }

  @Test
  void anExistingAccountIsGuessedAtAsOneThatDoesNotExistAndKeepsTheCertificatesDoor()
      throws IOException {
    String existing = "KJ99" + SUPPORT_CENTER;
    try {
      assertEquals(
          guessAtOnceOnThePage("KJ999970000997"),
          guessAtOnceOnThePage(existing),
          "an ID that exists is told by its answers");
      var page = new PageClient(house.node());

      assertEquals("AP-109", PageClient.problem(page.signIn(existing, password())));
      assertEquals(
          201, house.node().office(SUPPORT_CENTER).signIn(existing, password()).statusCode());
    } finally {
      house.update("DELETE FROM application_sign_in_failure");
    }
  }

  @Test
  void honestSignInsAtOnceDoNotCountAgainstEachOther() throws IOException {
    var office = house.node().office(CARE_MANAGER);
    String password = password();

    var statuses =
        AtOnce.run(times(MANY, () -> office.signIn("KJ99" + CARE_MANAGER, password).statusCode()));

    assertEquals(Collections.nCopies(MANY, 201), statuses);
  }

  @Test
  void aNewPasswordEndsEveryOtherSessionAtOnce() throws IOException {
    String user = "KJ99" + SECOND_CARE_MANAGER;
    String wanted = "a-password-of-its-own";
    var launcher = house.office(SECOND_CARE_MANAGER);
    var elsewhere = new PageClient(house.node());
    elsewhere.signIn(user, password());
    var here = new PageClient(house.node());
    here.signIn(user, password());
    assertEquals(200, launcher.get("/inbox").statusCode());
    assertEquals(200, elsewhere.get("/account/home").statusCode());
    try {
      var changed = here.changePassword(password(), wanted);

      assertEquals(302, changed.statusCode(), changed.body());
      assertRefused(401, "AP-110", launcher.get("/inbox"));
      assertEquals(302, elsewhere.get("/account/home").statusCode());
      assertEquals(200, here.get("/account/home").statusCode());
      assertRefused(401, "AP-106", launcher.signIn(user, password()));
      assertEquals(201, launcher.signIn(user, wanted).statusCode());
    } finally {
      house.update(
          "UPDATE application_account SET password_hash = (SELECT * FROM (SELECT password_hash FROM"
              + " application_account WHERE user_id = ?) other) WHERE user_id = ?",
          "KJ99" + CARE_MANAGER,
          user);
    }
  }

  @Test
  void aSuspendedOfficeReceivesButDoesNotSend() {
    var office = house.office(HELPERS);
    house.update("UPDATE application_office SET status = 'SUSPENDED' WHERE number = ?", HELPERS);
    try {
      var unit = house.unit(HELPERS, CARE_MANAGER);

      var refusal = office.offer(jp.careplan.exchange.TransmissionId.next(), unit.files());

      assertRefused(403, "AP-115", refusal);
      assertEquals(200, house.office(HELPERS).get("/inbox").statusCode());
    } finally {
      house.update("UPDATE application_office SET status = 'ACTIVE' WHERE number = ?", HELPERS);
    }
  }

  @Test
  void aClosedOfficeIsOutAndStaysOut() throws IOException {
    var office = house.office(WITHOUT_LICENCE);
    house.update(
        "UPDATE application_office SET status = 'CLOSED' WHERE number = ?", WITHOUT_LICENCE);
    try {
      assertRefused(401, "AP-110", office.get("/inbox"));
      assertRefused(403, "AP-115", office.signIn("KJ99" + WITHOUT_LICENCE, password()));
      assertRefused(401, "AP-106", office.signIn("KJ99" + WITHOUT_LICENCE, "a-guess"));
    } finally {
      house.update(
          "UPDATE application_office SET status = 'ACTIVE' WHERE number = ?", WITHOUT_LICENCE);
    }
  }

  @Test
  void whatIsOverIsDeletedAndWhatRunsIsKept() throws InterruptedException {
    var office = house.office(CARE_MANAGER);
    LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
    String over = Sha256.hex(TimeOrderedId.next());
    for (int i = 0; i < 1_200; i++) {
      house.update(
          "INSERT INTO application_sign_in_failure VALUES (?, 3, ?, 1)",
          Sha256.hex(over + i),
          now.minusHours(1));
    }
    String counting = Sha256.hex(over + "-counting");
    house.update(
        "INSERT INTO application_sign_in_failure VALUES (?, 3, ?, 1)", counting, now.plusHours(1));
    house.update(
        "INSERT INTO application_hand_off VALUES (?, 'x', ?, FALSE, 1)", over, now.minusHours(1));
    house.update(
        "INSERT INTO application_session (id, user_id, office, terminal_id, thumbprint, door,"
            + " parent_id, idle_until, ends_at, version)"
            + " VALUES (?, ?, ?, '', '', 'PASSWORD', '', ?, ?, 1)",
        over,
        "KJ99" + CARE_MANAGER,
        CARE_MANAGER,
        now.minusHours(9),
        now.minusHours(1));

    await(
        Duration.ofSeconds(60),
        () ->
            house.count(
                        "SELECT COUNT(*) FROM application_sign_in_failure WHERE next_try_at < ?",
                        now.minusMinutes(50))
                    + house.count("SELECT COUNT(*) FROM application_hand_off WHERE id = ?", over)
                    + house.count("SELECT COUNT(*) FROM application_session WHERE id = ?", over)
                == 0);

    assertEquals(
        1, house.count("SELECT COUNT(*) FROM application_sign_in_failure WHERE id = ?", counting));
    assertEquals(200, office.get("/inbox").statusCode());
  }

  private static void await(Duration patience, BooleanSupplier what) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (!what.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "still not so after " + patience);
      TimeUnit.MILLISECONDS.sleep(500); // the purge tells nobody
    }
  }
}
