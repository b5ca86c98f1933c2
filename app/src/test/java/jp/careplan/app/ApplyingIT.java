package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.NOT_APPLIED;
import static jp.careplan.app.house.OfficeClient.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import jp.careplan.app.house.AtOnce;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import jp.careplan.app.house.PageClient.PageForm;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** 利用申請 over HTTP, on the database of the run. */
@ExtendWith(HouseKeeper.class)
class ApplyingIT {
  private static final int WINDOWS = 6;

  private final House house;

  ApplyingIT(House house) {
    this.house = house;
  }

  private PageClient signedIn(String office) throws Exception {
    var window = new PageClient(house.node());
    window.signIn("KJ99" + office, OfficeClient.password(house.node()));
    return window;
  }

  @Test
  void whoPressesInSixWindowsAtOnceAppliesOnce() throws Exception {
    String office = "9999200001";
    house.addOffice(office, "");
    var first = signedIn(office);
    first
        .form("/account/apply", "premises")
        .send(Map.of("step", "1", "partner-asked", "on", "care-software", "見本ソフト"));
    house.update(
        "UPDATE application_usage_application SET mail = 'six@example.com', terms_edition ="
            + " (SELECT MAX(edition) FROM application_terms WHERE valid_from <= ?) WHERE office = ?",
        LocalDate.now(ZoneId.of("Asia/Tokyo")).toString(),
        office);
    List<PageForm> windows =
        Stream.generate(() -> first.form("/account/apply?step=4", "submission"))
            .limit(WINDOWS)
            .toList();

    AtOnce.run(windows.stream().map(ApplyingIT::press).toList());

    assertEquals(1, count("application_usage_application", office));
    assertEquals(1, count("licensing_license", office));
    assertEquals(1, count("application_consent", office));
    assertTrue(first.get("/account/apply").body().contains("利用申請が正常に完了しております"));
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM kernel_audit_entry WHERE office = ? AND action = 'application-completed'",
            office));
  }

  private static Callable<HttpResponse<String>> press(PageForm window) {
    return () -> window.send(Map.of("step", "4"));
  }

  private long count(String table, String office) {
    return house.count("SELECT COUNT(*) FROM " + table + " WHERE office = ?", office);
  }

  @Test
  void anOfficeThatHasNotAppliedSendsNothing() {
    OfficeClient office = house.office(NOT_APPLIED);

    var answer = office.offer(TransmissionId.next(), house.unit(NOT_APPLIED, HELPERS).files());

    assertEquals("LI-101", json(answer).getString("code"));
  }

  @Test
  void whoLetsTheDayOfConsentPassSendsNothingUntilItAgrees() throws Exception {
    house.update(
        "INSERT INTO application_terms (edition, valid_from, consent_by, text, published_at, published_by, version) VALUES (99, '2026-04-01', '2026-04-30', 'new', '2026-04-01 00:00:00', 'test', 1)");
    try {
      otherNodesKnow();
      OfficeClient office = house.office(CARE_MANAGER);
      assertEquals(
          "LI-301",
          json(office.offer(TransmissionId.next(), house.unit().files())).getString("code"));
      var page = signedIn(CARE_MANAGER);

      page.form("/account/terms", "consent").send(Map.of("agreed", "on"));

      assertEquals(201, office.offer(TransmissionId.next(), house.unit().files()).statusCode());
    } finally {
      house.update("DELETE FROM application_consent WHERE edition = 99");
      house.update("DELETE FROM application_terms WHERE edition = 99");
      otherNodesKnow();
    }
  }

  private void otherNodesKnow() throws InterruptedException {
    house.update("UPDATE licensing_revision SET counted = counted + 1");
    TimeUnit.MILLISECONDS.sleep(2500);
  }
}
