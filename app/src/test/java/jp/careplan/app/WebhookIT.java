package jp.careplan.app;

import static jp.careplan.app.house.House.HELPERS;
import static jp.careplan.app.house.House.RECEIVER;
import static jp.careplan.app.house.House.SECOND_CARE_MANAGER;
import static jp.careplan.app.house.OfficeClient.json;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** With receivers that take it, fail, and come back; those that lie meet {@code HookCallTest}. */
@ExtendWith(HouseKeeper.class)
class WebhookIT {
  private final House house;
  private final OfficeClient sender;
  private final OfficeClient recipient;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private final AtomicInteger answer = new AtomicInteger(200);
  private HttpServer server;

  /** One call as the receiver saw it. */
  private record Call(String body, String digest, String input, String signature) {
    List<JsonObject> events() {
      try (var reader = Json.createReader(new StringReader(body))) {
        return reader.readObject().getJsonArray("events").getValuesAs(JsonObject.class);
      }
    }
  }

  WebhookIT(House house) {
    this.house = house;
    this.sender = house.office(SECOND_CARE_MANAGER);
    this.recipient = house.office(HELPERS);
  }

  @BeforeEach
  void listen() throws IOException {
    server = HttpServer.create(new InetSocketAddress(RECEIVER, 0), 10);
    server.createContext("/hook", this::meet);
    server.start();
  }

  @AfterEach
  void leave() {
    server.stop(0);
    house.update("DELETE FROM exchange_webhook");
  }

  private void meet(HttpExchange exchange) throws IOException {
    var headers = exchange.getRequestHeaders();
    calls.add(
        new Call(
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
            headers.getFirst("Content-Digest"),
            headers.getFirst("Signature-Input"),
            headers.getFirst("Signature")));
    exchange.sendResponseHeaders(answer.get(), -1);
    exchange.close();
  }

  private String url() {
    return "http://" + RECEIVER + ":" + server.getAddress().getPort() + "/hook";
  }

  private JsonObject added() {
    var made = recipient.post("/webhooks", "{\"url\":\"" + url() + "\"}");
    assertEquals(201, made.statusCode(), made.body());
    return json(made);
  }

  private String sent() {
    var id = TransmissionId.next();
    var files = house.unit(SECOND_CARE_MANAGER, HELPERS).files();
    var answered = sender.offer(id, files);
    assertEquals(201, answered.statusCode(), answered.body());
    return id.value();
  }

  private Stream<JsonObject> events() {
    return calls.stream().flatMap(call -> call.events().stream());
  }

  private boolean isTold(String transmission) {
    return events().anyMatch(it -> it.getString("transmission").equals(transmission));
  }

  private static void await(BooleanSupplier condition) {
    for (int i = 0; i < 450 && !condition.getAsBoolean(); i++) {
      try {
        TimeUnit.MILLISECONDS.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    assertTrue(condition.getAsBoolean());
  }

  @Test
  void whatArrivesIsToldAtOnceByIdAndSigned() throws Exception {
    JsonObject hook = added();
    assertFalse(recipient.get("/webhooks").body().contains(hook.getString("secret")));

    String transmission = sent();

    await(() -> isTold(transmission));
    Call call = calls.getLast();
    JsonObject event = call.events().getLast();
    assertEquals("SENT", event.getString("type"));
    assertEquals(HELPERS + "." + event.getInt("number"), event.getString("id"));
    assertFalse(call.body().contains("架空"), call.body());
    assertFalse(call.body().contains(SECOND_CARE_MANAGER), call.body());
    byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
    String digest =
        "sha-256=:"
            + Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body))
            + ":";
    assertEquals(digest, call.digest());
    assertEquals(expected(hook, call), call.signature());
  }

  /** As {@code docs/api/webhooks.md} says. */
  private String expected(JsonObject hook, Call call) throws Exception {
    String base =
        String.join(
            "\n",
            "\"@method\": POST",
            "\"@target-uri\": " + url(),
            "\"content-type\": application/json",
            "\"content-digest\": " + call.digest(),
            "\"@signature-params\": " + call.input().substring("careplan=".length()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(hook.getString("secret")), "HmacSHA256"));
    byte[] made = mac.doFinal(base.getBytes(StandardCharsets.UTF_8));
    return "careplan=:" + Base64.getEncoder().encodeToString(made) + ":";
  }

  @Test
  void whoeverFailsIsToldAgainInOrderAndNothingIsLost() {
    String hook = added().getString("id");
    answer.set(503);
    String first = sent();
    await(() -> isTold(first));
    String second = sent();

    answer.set(200);
    house.update("UPDATE exchange_webhook SET next_at = '2026-01-01' WHERE id = ?", hook);

    await(() -> isTold(second));
    await(() -> json(recipient.get("/webhooks")).toString().contains("\"lastOutcome\":\"200\""));
    List<Integer> numbers = new ArrayList<>();
    calls.subList(1, calls.size()).stream()
        .flatMap(call -> call.events().stream())
        .forEach(event -> numbers.add(event.getInt("number")));
    assertEquals(numbers.stream().sorted().toList(), numbers);
    assertTrue(
        events().filter(it -> it.getString("transmission").equals(first)).count() >= 2,
        "the first one was not told again");
  }

  @Test
  void whoeverFailsForDaysIsStoppedToldAndLetGoOn() {
    String mail = "hook-" + System.nanoTime() + "@careplan.example";
    house.update("UPDATE application_office SET mail = ? WHERE number = ?", mail, HELPERS);
    house.update("DELETE FROM exchange_notice_order WHERE office = ?", HELPERS);
    String hook = added().getString("id");
    house.update(
        "UPDATE exchange_webhook SET failing_since = '2026-01-01 00:00:00', tries = 30"
            + " WHERE id = ?",
        hook);
    answer.set(404);
    String transmission = sent();

    await(() -> recipient.get("/webhooks").body().contains("\"STOPPED\""));
    assertTrue(house.mailTo(mail, 0).contains("止めました"));
    answer.set(200);
    calls.clear();
    assertEquals(204, recipient.post("/webhooks/" + hook + "/resumption", "").statusCode());

    await(() -> isTold(transmission));
  }

  @Test
  void privateLoopbackAndLinkLocalAddressesAreRefused() {
    for (String url :
        List.of(
            "https://127.0.0.1/hook",
            "https://localhost:" + house.node().publicTlsPort() + "/",
            "https://10.0.0.1/",
            "https://169.254.169.254/latest/meta-data/",
            "https://[::1]/",
            "https://2130706433/",
            "http://127.0.0.8/",
            "ftp://example.jp/")) {
      var refused = recipient.post("/webhooks", "{\"url\":\"" + url + "\"}");
      assertRefused(422, "EX-387", refused);
    }
    assertEquals(0, house.count("SELECT COUNT(*) FROM exchange_webhook"));
  }

  @Test
  void onlyAdministratorsWhoSeeEverythingOfThatVeryOfficeHaveASay() {
    String hook = added().getString("id");
    String user = house.addStaff(HELPERS, "USER", "");
    var staff = house.node().office(HELPERS).signInAs(user);

    assertRefused(403, "AP-401", staff.get("/webhooks"));
    assertRefused(403, "AP-401", staff.delete("/webhooks/" + hook));
    assertRefused(404, "EX-388", sender.delete("/webhooks/" + hook));
    assertRefused(404, "EX-388", sender.post("/webhooks/" + hook + "/test", ""));
    assertEquals(
        "200", json(recipient.post("/webhooks/" + hook + "/test", "")).getString("outcome"));
    assertEquals(0, calls.getLast().events().size());
    assertEquals(204, recipient.delete("/webhooks/" + hook).statusCode());
  }

  @Test
  void aRedirectIsNotFollowed() {
    server.createContext(
        "/elsewhere",
        exchange -> {
          calls.add(new Call("{\"events\":[]}", "elsewhere", "", ""));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.createContext(
        "/moved",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(307, -1);
          exchange.close();
        });
    var made =
        recipient.post("/webhooks", "{\"url\":\"" + url().replace("/hook", "/moved") + "\"}");

    var tested = recipient.post("/webhooks/" + json(made).getString("id") + "/test", "");

    assertEquals("307", json(tested).getString("outcome"));
    assertTrue(calls.isEmpty());
  }
}
