package jp.careplan.launcher;

import static jp.careplan.launcher.FakeExchange.Answer.bytes;
import static jp.careplan.launcher.FakeExchange.Answer.json;
import static jp.careplan.launcher.FakeExchange.Answer.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.launcher.unit.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OtherCommandsTest {
  private static final String SUMMARY =
      """
      {"id":"T1","inboxNumber":7,"state":"%s","sender":{"number":"9970000022","name":"はるかぜ訪問介護"},
       "recipient":{"number":"9970000011","name":"さくら居宅支援"},"unit":"U5","kind":"result",
       "serviceMonth":"202606","sequence":"20260702090000","people":12,"fileCount":1,"bytes":600,
       "sentAt":"2026-07-02T01:12:00Z","receivedAt":null}
      """;

  private final TestAuthority authority = new TestAuthority("Sample CA");
  private final FakeExchange server = new FakeExchange(authority);
  private @TempDir Path folder;
  private TestOffice office;

  @BeforeEach
  void enroll() {
    office = new TestOffice(folder).enrolledAt(server, authority);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void listsWhatIsUnreadWithoutItsContent() {
    server.on("GET inbox", page("SENT", "null"));

    var run = office.run("inbox");

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("● 未受信"), run.out());
    assertTrue(run.out().contains("はるかぜ訪問介護"), run.out());
    assertTrue(run.out().contains("2026年6月"), run.out());
    assertTrue(run.out().contains("12人"), run.out());
    assertTrue(run.out().contains("2026年7月2日(木) 10:12"), run.out());
  }

  @Test
  void pagesThroughTheWholeInbox() {
    server.on("GET inbox?limit=50", page("RECEIVED", "\"c1\""));
    server.on("GET inbox?limit=50&cursor=c1", page("SENT", "null"));

    var run = office.run("inbox", "--all", "--json");

    assertEquals(2, run.json().path("items").size());
    assertEquals("T1", run.json().at("/items/0/id").asText());
  }

  @Test
  void listsWhatWasSent() {
    server.on("GET sent", page("WITHDRAWN", "null"));

    assertTrue(office.run("sent").out().contains("↩ 取消"));
  }

  @Test
  void checksAUnitAFolderAtATime() {
    Path unit = office.planUnit("20260520113000");
    server.on(
        "POST checks",
        json(
            200,
            "{\"units\":[{\"sequence\":\"20260520113000\",\"unit\":\"U2\",\"verdict\":\"accepted\","
                + "\"recipientName\":\"はるかぜ訪問介護\",\"findings\":[]}]}"));

    var run = office.run("check", unit.toString(), "--json");

    assertEquals(0, run.code(), run.err());
    assertEquals(unit.toString(), run.json().at("/units/0/folder").asText());
    assertEquals("accepted", run.json().at("/units/0/verdict").asText());
    var parts = server.requests("POST checks").get(0).parts();
    assertEquals(List.of("file", "file", "file"), parts.stream().map(Part::name).toList());
  }

  @Test
  void tellsThatACheckRefuses() {
    Path unit = office.planUnit("20260520113000");
    server.on(
        "POST checks",
        json(
            200,
            "{\"units\":[{\"sequence\":\"1\",\"unit\":null,\"verdict\":\"refused\",\"findings\":["
                + "{\"file\":null,\"line\":null,\"column\":null,\"columnName\":null,\"code\":\"CH-001\","
                + "\"severity\":\"fatal\",\"message\":\"第7表がありません\",\"remedy\":\"第7表も選んでください。\"}]}]}"));

    var run = office.run("check", unit.toString());

    assertEquals(1, run.code());
    assertTrue(run.out().contains("第7表がありません"), run.out());
  }

  @Test
  void printsTheOneTimeAddressAndStaysSignedIn() {
    server.on(
        "POST handoff",
        json(
            201,
            "{\"url\":\"https://localhost:8443/handoff/abc\",\"expiresAt\":\"2026-07-02T01:13:00Z\"}"));

    var run = office.run("open", "--print");

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("https://localhost:8443/handoff/abc"), run.out());
    assertTrue(server.requests("DELETE").isEmpty());
  }

  @Test
  void withdrawsWithItsReason() {
    server.on("POST transmissions/T1/withdrawal", json(200, SUMMARY.formatted("WITHDRAWN")));

    var run = office.run("withdraw", "T1", "--reason", "宛先を間違えました");

    assertEquals(0, run.code(), run.err());
    var body =
        new String(
            server.requests("POST transmissions/T1/withdrawal").get(0).body(),
            java.nio.charset.StandardCharsets.UTF_8);
    assertEquals("{\"reason\":\"宛先を間違えました\"}", body);
  }

  @Test
  void isContentWithWhatIsWithdrawnAlready() {
    server.on("POST transmissions/T1/withdrawal", problem(409, "EX-105", "もう取り消せません"));
    server.on("GET transmissions/T1", json(200, SUMMARY.formatted("WITHDRAWN")));

    assertEquals(0, office.run("withdraw", "T1", "--reason", "宛先違い").code());
  }

  @Test
  void saysThatWhatIsReceivedCannotBeWithdrawn() {
    server.on("POST transmissions/T1/withdrawal", problem(409, "EX-105", "もう取り消せません"));
    server.on("GET transmissions/T1", json(200, SUMMARY.formatted("RECEIVED")));

    var run = office.run("withdraw", "T1", "--reason", "宛先違い");

    assertEquals(1, run.code());
    assertTrue(run.err().contains("EX-105"), run.err());
  }

  @Test
  void callsItRefusedWhenAnotherOfficeSentIt() {
    server.on("POST transmissions/T1/withdrawal", problem(403, "EX-109", "送った事業所ではありません"));

    assertEquals(1, office.run("withdraw", "T1", "--reason", "宛先違い").code());
  }

  @Test
  void fetchesAReceiptThatItselfAndOpensslAccept() throws Exception {
    byte[] der = TestReceipt.signedBy(authority, "{\"receiptNumber\":\"R-0009\"}");
    server.on("GET transmissions/T1/receipt", bytes(der));
    Path file = folder.resolve("r.p7m");
    Path pem = folder.resolve("signers.pem");
    authority.writePem(pem);

    var fetched = office.run("receipt", "T1", "--to", file.toString(), "--json");
    var verified = office.run("verify", file.toString(), "--signers", pem.toString(), "--json");

    assertEquals("R-0009", fetched.json().at("/content/receiptNumber").asText());
    assertEquals(0, verified.code(), verified.err());
    assertEquals("R-0009", verified.json().at("/content/receiptNumber").asText());
  }

  @Test
  void verifiesTheFilesOfAReceiptByTheSignersBesideIt() throws Exception {
    Path sent = Files.writeString(folder.resolve("A.CSV"), "a");
    String manifest = Manifest.of(List.of(sent)).text().replace("\n", "\\n");
    Path file =
        Files.write(
            folder.resolve("r.p7m"),
            TestReceipt.signedBy(
                authority, "{\"receiptNumber\":\"R\",\"manifest\":\"" + manifest + "\"}"));

    assertEquals(2, office.run("verify", file.toString()).code());
    authority.writePem(folder.resolve("signers.pem"));
    var whole = office.run("verify", file.toString(), "--files", folder.toString(), "--json");
    Files.writeString(sent, "b");
    var changed = office.run("verify", file.toString(), "--files", folder.toString());

    assertEquals(0, whole.code(), whole.err());
    assertEquals(1, whole.json().path("files").asInt());
    assertEquals(1, changed.code());
    assertTrue(changed.err().contains("CL-407") && changed.err().contains("A.CSV"), changed.err());
  }

  @Test
  void verifiesTheProofOfAMonth() throws Exception {
    String content =
        "{\"kind\":\"month-proof\",\"checkCode\":\"202610-AAAAA-BBBBB-CCCCC\","
            + "\"office\":\"9970000011\",\"officeName\":\"見本\",\"month\":\"2026-10\","
            + "\"differentOffices\":7}";
    Path file = Files.write(folder.resolve("m.p7m"), TestReceipt.signedBy(authority, content));
    authority.writePem(folder.resolve("signers.pem"));

    var run = office.run("verify", file.toString());

    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("連携実績の証明書は本物です"), run.out());
    assertTrue(run.out().contains("連携した事業所 7"), run.out());
  }

  @Test
  void doesNotAcceptAReceiptOfAnotherSigner() throws Exception {
    Path file = Files.write(folder.resolve("r.p7m"), TestReceipt.signedBy(authority, "{}"));
    Path pem = folder.resolve("signers.pem");
    new TestAuthority("Stranger CA").writePem(pem);

    var run = office.run("verify", file.toString(), "--signers", pem.toString(), "--json");

    assertEquals(1, run.code());
    assertEquals("CL-405", run.json().at("/problem/code").asText());
  }

  @Test
  void pointsToTheCommandsWhereThereIsNoScreen() throws Exception {
    Path output = folder.resolve("output");

    int code = LauncherProcess.start(office, output).waitFor();

    assertEquals(2, code);
    assertTrue(Files.readString(output).contains("CL-112"), Files.readString(output));
  }

  @Test
  void diagnosesThePcAndTellsIt() {
    server.on("GET sessions/current", problem(401, "AP-111", "ログインしていません"));
    server.on("POST diagnoses", json(204, ""));
    try (var pages = FakeExchange.withoutCertificates(authority)) {
      var run = office.run("diagnose", "--public-server", pages.address(), "--tell", "--json");

      assertEquals(0, run.code(), run.out() + run.err());
      assertEquals(6, run.json().path("checks").size());
      run.json().path("checks").forEach(it -> assertTrue(it.path("passed").asBoolean(), run.out()));
      assertTrue(run.json().path("told").asBoolean());
      assertTrue(
          server.requests("POST diagnoses").get(0).text().contains("\"CERTIFICATE\":true"),
          server.requests("POST diagnoses").get(0).text());
    }
  }

  @Test
  void saysWhatIsWrongWithThePc() throws Exception {
    Instant past = Instant.parse("2024-01-31T00:00:00Z");
    authority.issueOffice(
        TestOffice.NUMBER,
        office.profile().resolve("certificate.p12"),
        past.minus(Duration.ofDays(900)),
        past);

    var run = office.run("diagnose", "--public-server", "localhost:1");

    assertEquals(3, run.code(), run.out());
    assertTrue(run.out().contains("CL-202"), run.out());
    assertTrue(run.out().contains("CL-301"), run.out());
    assertTrue(run.out().contains("✓ 問題なし"), run.out());
  }

  @Test
  void diagnosesAPcThatHasNoCertificateYet() {
    try (var pages = FakeExchange.withoutCertificates(authority)) {
      var run =
          TestOffice.plainly(
              "diagnose",
              "--home",
              folder.resolve("empty").toString(),
              "--server",
              pages.address(),
              "--public-server",
              pages.address(),
              "--json");

      assertEquals(2, run.code(), run.out() + run.err());
      assertEquals("CL-101", run.json().at("/checks/1/problem/code").asText());
      assertEquals("CL-208", run.json().at("/checks/2/problem/code").asText());
    }
  }

  @Test
  void speaksJapaneseAboutMisuse() {
    var runs = Stream.of("send", "receive --unknown", "inbox --limit x", "nothing");

    runs.map(it -> TestOffice.plainly(it.split(" ")))
        .forEach(run -> {
          assertEquals(2, run.code());
          assertTrue(run.err().contains("CL-111"), run.err());
        });
  }

  private static FakeExchange.Answer page(String state, String next) {
    return json(200, "{\"items\":[" + SUMMARY.formatted(state) + "],\"next\":" + next + "}");
  }
}
