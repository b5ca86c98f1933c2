package jp.careplan.app;

import static jp.careplan.app.house.House.CARE_MANAGER;
import static jp.careplan.app.house.Refusal.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import jp.careplan.app.house.AtOnce;
import jp.careplan.app.house.Database;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.Multipart;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.app.house.PageClient;
import jp.careplan.app.house.RawCall;
import jp.careplan.exchange.OfferedFile;
import jp.careplan.exchange.SendingOffer;
import jp.careplan.exchange.TransmissionId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on the line, by accident or on purpose. */
@ExtendWith(HouseKeeper.class)
class FaultsIT {
  private static final long GIGABYTE = 1L << 30;
  private static final String MULTIPART = "Content-Type: " + new Multipart().contentType();
  private static final String CHUNKED = "Transfer-Encoding: chunked";
  private static final String BOUNDARY = "--careplan-test-boundary\r\n";

  private final House house;
  private final OfficeClient office;

  FaultsIT(House house) {
    this.house = house;
    this.office = house.office(CARE_MANAGER);
  }

  private static String path() {
    return "/transmissions/" + TransmissionId.next();
  }

  private static Multipart body(List<OfferedFile> files) {
    var body = new Multipart().field("manifest", SendingOffer.manifestOf(files));
    files.forEach(file -> body.file("file", file.name(), file.content()));
    return body;
  }

  @Test
  void tenThousandFilesAreRefusedWithTheLimit() {
    var body = new Multipart().field("manifest", "x");
    for (int i = 0; i < 10_000; i++) {
      body.file("file", i + ".CSV", new byte[] {1});
    }

    var answer = office.put(path(), body);

    assertTrue(assertRefused(413, "EX-303", answer).getString("detail").contains("500"));
  }

  @Test
  void aBodyOfAGigabyteIsRefusedBeforeItIsSent() {
    try (var call = new RawCall(office)) {
      call.head("PUT", path(), office.token(), MULTIPART, "Content-Length: " + GIGABYTE);
      call.write(BOUNDARY);

      String answer = call.answer();

      assertTrue(answer.startsWith("HTTP/1.1 413"), answer);
      assertTrue(answer.contains("EX-302"), answer);
    }
  }

  @Test
  void endlessBodiesAreCutOffAndTakeNoMemory() throws IOException {
    assumeFalse(Database.isEmbedded(), "the listeners are the same on either database");
    String file = "Content-Disposition: form-data; name=\"file\"; filename=\"A.CSV\"\r\n\r\n";
    var fields = new StringBuilder();
    for (int i = 0; i < 500; i++) {
      fields.append(BOUNDARY);
      fields.append("Content-Disposition: form-data; name=\"f%d\"\r\n\r\nx\r\n".formatted(i));
    }
    List<Callable<Integer>> calls =
        List.of(
            () -> endless(BOUNDARY + file, new byte[65_536]),
            () -> endless(BOUNDARY + file, new byte[65_536]),
            () -> endless("", new byte[65_536]),
            () -> endless("", fields.toString().getBytes(StandardCharsets.US_ASCII)),
            () -> endless(BOUNDARY + "X-Long: ", new byte[65_536]));
    AtOnce.run(calls);
    long before = memory();

    List<Integer> statuses = AtOnce.run(calls);

    statuses.forEach(status -> assertTrue(List.of(0, 400, 413).contains(status), "" + statuses));
    long after = memory();
    assertTrue(after < before + 300_000, "kB before " + before + ", after " + after);
    assertEquals(200, office.get("/overview").statusCode());
  }

  private int endless(String start, byte[] chunk) {
    try (var call = new RawCall(office)) {
      call.head("PUT", path(), office.token(), MULTIPART, CHUNKED);
      if (!start.isEmpty()) {
        call.write(Integer.toHexString(start.length()) + "\r\n" + start + "\r\n");
      }
      long written = call.chunks(chunk, GIGABYTE);
      assertTrue(written < GIGABYTE / 4, "still listening after " + written);
      return call.status();
    }
  }

  /** Kilobytes that the server holds. */
  private long memory() throws IOException {
    return Files.readAllLines(Path.of("/proc", "" + house.node().pid(), "status")).stream()
        .filter(line -> line.startsWith("VmRSS:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void anEndlessJsonIsCutOffEvenBeforeAnyoneSignedIn() {
    try (var call = new RawCall(office)) {
      call.head("POST", "/sessions", "", "Content-Type: application/json", CHUNKED);
      call.write("c\r\n{\"userId\": \"\r\n");
      byte[] letters = new byte[8192];
      Arrays.fill(letters, (byte) 'x');

      long written = call.chunks(letters, GIGABYTE / 8);

      assertTrue(written < GIGABYTE / 8);
      assertTrue(List.of(0, 413).contains(call.status()));
    }
  }

  @Test
  void aJsonThatIsTooLargeIsRefusedWithTheLimit() {
    var answer = office.post("/sessions", "{\"userId\":\"" + "x".repeat(100_000) + "\"}");

    assertRefused(413, "KE-209", answer);
  }

  @Test
  void anUploadThatWasCutLeavesNothingAndMayBeSentAgain() {
    var files = house.unit().people(20).files();
    var body = body(files);
    var id = TransmissionId.next();
    byte[] half = Arrays.copyOf(body.bytes(), body.bytes().length / 2);
    try (var call = new RawCall(office)) {
      call.head(
          "PUT",
          "/transmissions/" + id,
          office.token(),
          MULTIPART,
          "Content-Length: " + body.bytes().length);
      call.write(half);
    }

    assertRefused(404, "EX-102", office.get("/transmissions/" + id));
    var again = office.offer(id, files);

    assertEquals(201, again.statusCode(), again.body());
  }

  @Test
  void anUploadThatWasCutIsALineInTheLogAndNoStackTrace() throws Exception {
    var body = body(house.unit().files());
    long before = Files.size(house.node().log());
    try (var call = new RawCall(office)) {
      call.head("PUT", path(), office.token(), MULTIPART, "Content-Length: " + body.bytes().length);
      call.write(Arrays.copyOf(body.bytes(), body.bytes().length / 2));
      TimeUnit.SECONDS.sleep(1); // so that the server is reading when the line goes
    }

    String logged = "";
    for (int i = 0; i < 50 && !logged.contains("caller hung up"); i++) {
      TimeUnit.MILLISECONDS.sleep(200);
      byte[] log = Files.readAllBytes(house.node().log());
      logged =
          new String(
              log, Math.toIntExact(before), log.length - (int) before, StandardCharsets.UTF_8);
    }

    assertTrue(logged.contains("caller hung up"), logged);
    assertFalse(logged.contains("\tat "), logged);
  }

  @Test
  void aContentLengthThatIsTooSmallCutsTheUpload() {
    var body = body(house.unit().files());
    var id = TransmissionId.next();
    try (var call = new RawCall(office)) {
      call.head(
          "PUT",
          "/transmissions/" + id,
          office.token(),
          MULTIPART,
          "Content-Length: " + (body.bytes().length - 200));
      call.write(body.bytes());

      assertEquals(400, call.status());
    }
    assertRefused(404, "EX-102", office.get("/transmissions/" + id));
  }

  @Test
  void slowClientsAreCutOffAndHoldUpNobody() throws InterruptedException {
    assumeFalse(Database.isEmbedded(), "the listeners are the same on either database");
    List<RawCall> slow = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      slow.add(
          i % 2 == 0
              ? new RawCall(office)
                  .head("PUT", path(), office.token(), MULTIPART, "Content-Length: 20000")
              : new RawCall(office)
                  .head(
                      "POST",
                      "/sessions",
                      "",
                      "Content-Type: application/json",
                      "Content-Length: 20000"));
    }
    long begun = System.nanoTime();
    List<Integer> statuses = new ArrayList<>();
    long slowest = 0;
    for (int second = 0; second < 24; second++) {
      slow.forEach(FaultsIT::drip);
      long asked = System.nanoTime();
      assertEquals(200, office.get("/overview").statusCode());
      slowest = Math.max(slowest, System.nanoTime() - asked);
      TimeUnit.SECONDS.sleep(1); // the drip itself
    }

    slow.forEach(call -> {
      statuses.add(call.status());
      call.close();
    });

    long taken = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun);
    assertEquals(Collections.nCopies(24, 408), statuses);
    assertTrue(taken < 60, "seconds: " + taken);
    assertTrue(slowest < Duration.ofSeconds(10).toNanos(), "nanoseconds: " + slowest);
  }

  @Test
  void whoHasNoCertificateIsRefusedBeforeTheBodyIsRead() {
    long begun = System.nanoTime();
    try (var call = new RawCall(office.withoutCertificate())) {
      call.head("POST", "/sessions", "", "Content-Type: application/json", "Content-Length: 2000");

      assertEquals(401, call.status());
    }
    long taken = System.nanoTime() - begun;
    assertTrue(taken < Duration.ofSeconds(5).toNanos(), "nanoseconds: " + taken);
  }

  /** More than there are threads for the pages. */
  @Test
  void strangersWhoDripIntoAFormAreCutOffAndHoldUpNeitherLaunchersNorHealth() throws Exception {
    assumeFalse(Database.isEmbedded(), "the listeners are the same on either database");
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      var socket = new Socket("localhost", house.node().publicPort());
      socket.setSoTimeout((int) Duration.ofSeconds(90).toMillis());
      socket
          .getOutputStream()
          .write(
              ("POST /account/sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20000\r\n"
                      + "Content-Type: application/x-www-form-urlencoded\r\n\r\nuser-id=")
                  .getBytes(StandardCharsets.US_ASCII));
      slow.add(socket);
    }
    long slowest = 0;
    for (int second = 0; second < 14; second++) {
      for (Socket socket : slow) {
        try {
          socket.getOutputStream().write('x');
        } catch (IOException e) {
          // cut off already
        }
      }
      long asked = System.nanoTime();
      assertEquals(200, office.get("/overview").statusCode());
      assertEquals(200, health());
      slowest = Math.max(slowest, System.nanoTime() - asked);
      TimeUnit.SECONDS.sleep(1); // the drip itself
    }

    byte[] first = slow.getFirst().getInputStream().readNBytes(12);
    for (Socket socket : slow) {
      socket.close();
    }
    assertEquals("HTTP/1.1 408", new String(first, StandardCharsets.US_ASCII));
    assertTrue(slowest < Duration.ofSeconds(3).toNanos(), "nanoseconds: " + slowest);
    assertEquals(200, house.node().publicly("GET", "/account/sign-in").statusCode());
  }

  private int health() throws IOException {
    var connection =
        (HttpURLConnection)
            house.node().managementAddress("/health/ready").toURL().openConnection();
    connection.setReadTimeout((int) Duration.ofSeconds(10).toMillis());
    return connection.getResponseCode();
  }

  private static void drip(RawCall call) {
    try {
      call.write(" ");
    } catch (java.io.UncheckedIOException e) {
      // cut off already
    }
  }

  @Test
  void aMultipartWithNothingInItIsRefused() {
    assertRefused(400, "KE-202", office.put(path(), new Multipart()));
  }

  @Test
  void anUploadWithoutAManifestIsRefused() {
    var body = new Multipart();
    house.unit().files().forEach(file -> body.file("file", file.name(), file.content()));

    assertRefused(400, "KE-202", office.put(path(), body));
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 415, KE-205",
    "text/plain, 415, KE-205",
    "application/x-www-form-urlencoded, 415, KE-205",
    "multipart/form-data, 400, KE-202",
    "multipart/form-data; boundary=x, 400, KE-202",
    "nonsense, 400, KE-202"
  })
  void aBodyThatIsNoMultipartIsRefused(String type, int status, String code) {
    byte[] garbage = "%PDF-1.4 \u0000\u0001 no parts here".getBytes(StandardCharsets.UTF_8);

    assertRefused(status, code, office.call("PUT", path(), type, garbage));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A\u0000B.CSV", "..", "/", "\\\\host\\share\\", "\uD83D\uDE00.CSV", " "})
  void aStrangeFileNameIsRefused(String name) {
    var body = new Multipart().field("manifest", "x").file("file", name, new byte[] {1});

    int status = office.put(path(), body).statusCode();

    assertTrue(List.of(400, 422).contains(status), "status: " + status);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /api, 404",
    "GET, /api/, 404",
    "GET, /api/v1, 404",
    "GET, /api/v1/, 404",
    "GET, /api/v2/inbox, 404",
    "GET, /api/v1/nothing, 404",
    "GET, /api/v1/application.wadl, 404",
    "GET, /api/../enter, 404",
    "GET, /openapi, 404",
    "GET, /health, 404",
    "GET, /, 404",
    "GET, /api/v1/transmissions/%2e%2e/receipt, 400",
    "GET, '/api/v1/transmissions/01/files/..%2F..%2Fetc%2Fpasswd', 400",
    "DELETE, /api/v1/inbox, 405",
    "PATCH, /api/v1/overview, 405",
    "POST, /api/v1/sent, 405",
    "BREW, /api/v1/inbox, 405"
  })
  void everyWrongTurnIsAnsweredWithAProblem(String method, String path, int status) {
    try (var call = new RawCall(office)) {
      call.write(
          "%s %s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: 0\r\n\r\n"
              .formatted(method, path, office.token()));

      String answer = call.answer();

      assertTrue(answer.startsWith("HTTP/1.1 " + status), answer);
      assertTrue(answer.contains("application/problem+json"), answer);
      assertFalse(answer.contains("Payara"), answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/openapi",
        "/openapi/",
        "/openapi/application.wadl",
        "/public/v1/application.wadl",
        "/api/v1/application.wadl",
        "/application.wadl",
        "/metrics",
        "/health/ready",
        "/META-INF/THIRD-PARTY.txt"
      })
  void theServerTellsTheWorldNothingOfItself(String path) throws IOException, InterruptedException {
    var answer = house.node().publicly("GET", path);
    var options = house.node().publicly("OPTIONS", path);

    assertEquals(404, answer.statusCode(), answer.body());
    assertFalse(options.body().contains("wadl.dev"), options.body());
  }

  @ParameterizedTest
  @CsvSource({"HEAD, 405", "OPTIONS, 200"})
  void aQuestionAboutADoorWantsASessionToo(String method, int answered) {
    for (String token : List.of("", office.token())) {
      try (var call = new RawCall(office)) {
        call.head(method, "/overview", token, "Connection: close");

        int status = call.status();

        assertEquals(token.isEmpty() ? 401 : answered, status);
      }
    }
  }

  /** Neither is it noted, nor does it count as opened. */
  @Test
  void aHeadOpensNothing() {
    TransmissionId id = TransmissionId.next();
    assertEquals(201, office.offer(id, house.unit().files()).statusCode());
    String entries = "SELECT COUNT(*) FROM kernel_audit_entry WHERE subject LIKE '" + id + "%'";
    long before = house.count(entries);
    var pages = new PageClient(house.node());
    pages.enter(OfficeClient.json(office.post("/handoff", "")).getString("url"));

    try (var call = new RawCall(office)) {
      call.head("HEAD", "/transmissions/" + id + "/paper", office.token(), "Connection: close");
      assertEquals(405, call.status());
    }
    assertEquals(405, pages.head("/office/paper/" + id + "/all.pdf").statusCode());
    assertEquals(405, pages.head("/office/receipt-paper/" + id + ".pdf").statusCode());

    assertEquals(before, house.count(entries));
  }

  @Test
  void whatNobodyCanReadClosesTheConnectionAndHarmsNobody() {
    for (String noise : List.of("\u0000\u0001\u0002\r\n\r\n", "GET\r\n\r\n", "x".repeat(70_000))) {
      try (var call = new RawCall(office)) {
        call.noise(noise);
      }
    }

    assertEquals(200, office.get("/overview").statusCode());
  }

  @Test
  void anAnswerInAnotherFormatIsRefused() {
    try (var call = new RawCall(office)) {
      call.head("GET", "/inbox", office.token(), "Accept: text/html");

      assertEquals(406, call.status());
    }
  }

  @Test
  void aFormThatNoPageMadeIsNoFaultOfOurs() {
    var form = new PageClient(house.node()).signInPage();
    var forged =
        new PageClient.PageForm(form.client(), form.address(), form.id(), form.state(), "forged");

    var answer = forged.send(Map.of("user-id", "KJ999970000011", "password", "wrong-password"));

    assertEquals(400, answer.statusCode());
  }
}
