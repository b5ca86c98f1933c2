package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.OfficeClient.json;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database or the node goes away while others work. */
@ExtendWith(HouseKeeper.class)
class OutageIT {
  private static final Duration SHORT = Duration.ofSeconds(10);

  private final House house;

  OutageIT(House house) {
    this.house = house;
  }

  @Test
  void aKilledNodeComesBackWithSessionsAndTransmissions() throws Exception {
    var files = house.unit().files();
    var office = house.office(CARE_MANAGER);
    var id = TransmissionId.next();
    var first = office.offer(id, files);

    house.node().crash();
    house.node().restart();

    var again = office.offer(id, files);
    assertEquals(200, again.statusCode(), again.body());
    assertEquals(first.body(), again.body());
  }

  @Test
  void withoutADatabaseEverybodyIsToldAndItHealsByItself() throws Exception {
    assumeTrue(house.database() instanceof Database.MariaDb, "H2 lives inside the node");
    var database = (Database.MariaDb) house.database();
    var files = house.unit().files();
    var office = house.office(CARE_MANAGER);
    var recipient = house.office(HELPERS);
    var id = TransmissionId.next();
    var waiting =
        CompletableFuture.supplyAsync(
            () -> recipient.get("/events?wait=20&after=" + Integer.MAX_VALUE));
    assertEquals(200, office.get("/overview").statusCode());

    database.crash();
    long begun = System.nanoTime();
    var refusal = office.offer(id, files);
    var list = office.get("/inbox");
    var signIn = house.node().office(CARE_MANAGER).signIn("KJ99" + CARE_MANAGER, "any-password");
    long taken = System.nanoTime() - begun;
    var woken = waiting.get(60, TimeUnit.SECONDS);
    database.restart();
    var healed = until(201, () -> office.offer(id, files));

    assertRefused(503, "KE-208", refusal);
    assertRefused(503, "KE-208", list);
    assertRefused(503, "KE-208", signIn);
    assertRefused(503, "KE-208", woken);
    assertTrue(taken < SHORT.toNanos(), "nanoseconds: " + taken);
    assertEquals(201, healed.statusCode(), healed.body());
    assertEquals("SENT", json(office.get("/transmissions/" + id)).getString("state"));
  }

  private static HttpResponse<String> until(int status, Supplier<HttpResponse<String>> call)
      throws InterruptedException {
    long end = System.nanoTime() + SHORT.toNanos();
    var answer = call.get();
    while (answer.statusCode() != status && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(200); // nothing tells when the pool has found the database again
      answer = call.get();
    }
    return answer;
  }
}
