package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.OfficeClient.json;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.DeskClient;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.Node;
import jp.careplan.app.house.PageClient;
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

  private static final List<String> SHIPPED =
      List.of(
          "support_text",
          "support_text_head",
          "support_text_version",
          "support_text_shipped",
          "support_text_release",
          "support_synonym_version",
          "support_chat_rule",
          "support_chat_rule_shipped",
          "support_chat_rules");

  private Map<String, Long> rows() {
    return SHIPPED.stream()
        .collect(Collectors.toMap(it -> it, it -> house.count("SELECT COUNT(*) FROM " + it)));
  }

  @Test
  void ofTwoNodesThatStartAtOnceOneBringsInWhatIsShipped() throws Exception {
    assumeTrue(house.database() instanceof Database.MariaDb, "H2 lives inside the node");
    Map<String, Long> before = await(this::rows, it -> !it.containsValue(0L));
    Path home = house.node().copyOfHome();
    house.node().crash();
    SHIPPED.forEach(it -> house.update("DELETE FROM " + it));
    house.update("UPDATE support_revision SET loaded_at = NULL");
    house.update("UPDATE support_chat_revision SET loaded_at = NULL, live = 0");

    house.node().launchAgain();
    try (var other = Node.start(home, house.database())) {
      house.node().awaitReady();

      assertEquals(before, await(this::rows, before::equals));
      assertTrue(await(() -> isFound(other, "料金"), it -> it));
      assertTrue(await(() -> isFound(house.node(), "料金"), it -> it));
      assertEquals(0, house.count("SELECT COUNT(*) FROM support_text_version WHERE number > 1"));
      assertFalse(Files.readString(other.log()).contains("worker failed"));
    }
  }

  private static boolean isFound(Node node, String word) {
    return new PageClient(node)
        .get("/support/search?q=" + URLEncoder.encode(word, StandardCharsets.UTF_8))
        .body()
        .contains("<mark>");
  }

  private static <T> T await(Supplier<T> what, Predicate<T> wanted) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    T now = what.get();
    while (!wanted.test(now) && System.nanoTime() < end) {
      TimeUnit.MILLISECONDS.sleep(200);
      now = what.get();
    }
    return now;
  }

  private long indexes() {
    try (var folders = Files.newDirectoryStream(house.node().home().resolve("search"), "index-*")) {
      return StreamSupport.stream(folders.spliterator(), false).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aNodeThatIsKilledWhileItMakesAnIndexFindsEverythingAfterwards() throws Exception {
    assertEquals(1, await(this::indexes, it -> it == 1));
    String word = EditingIT.word();
    EditingIT.publish(
        DeskClient.of(house.node(), "EDITOR", ""), EditingIT.question(word + "はどこ", "ここです。"));
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (indexes() < 2 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }

    house.node().crash();
    long left = indexes();
    house.node().restart();

    assertEquals(2, left, "it was not killed in between");
    assertTrue(await(() -> isFound(house.node(), word), it -> it));
    assertTrue(isFound(house.node(), "料金"));
    assertEquals(1, indexes());
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
