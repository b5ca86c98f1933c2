package jp.careplan.launcher;

import static jp.careplan.launcher.FakeExchange.Answer.bytes;
import static jp.careplan.launcher.FakeExchange.Answer.cut;
import static jp.careplan.launcher.FakeExchange.Answer.json;
import static jp.careplan.launcher.FakeExchange.Answer.problem;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.launcher.FakeExchange.Answer;
import jp.careplan.launcher.FakeExchange.Request;
import jp.careplan.launcher.unit.Hash;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendTest {
  private static final String SEQUENCE = "20260520113000";
  private static final String LATER = "20260520114500";

  private final TestAuthority authority = new TestAuthority("Sample CA");
  private final FakeExchange server = new FakeExchange(authority);
  private final byte[] receipt = TestReceipt.signedBy(authority, "{\"receiptNumber\":\"R-0001\"}");
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
  void sendsThePartsInTheOrderOfTheContract() {
    Path unit = office.planUnit(SEQUENCE);
    server.on("PUT transmissions/", accepted(SEQUENCE));

    var run = office.run("send", unit.toString(), "--reason", "訂正の途中です");

    assertEquals(0, run.code(), run.err());
    List<String> names = sends().get(0).parts().stream().map(Part::name).toList();
    assertEquals(List.of("manifest", "signature", "reason", "file", "file", "file"), names);
    assertEquals("訂正の途中です", sends().get(0).parts().get(2).text());
  }

  @Test
  void announcesTheLengthOfTheBody() {
    Path unit = office.planUnit(SEQUENCE);
    server.on("PUT transmissions/", accepted(SEQUENCE));

    office.run("send", unit.toString());

    Request send = sends().get(0);
    assertEquals(String.valueOf(send.body().length), send.header("Content-length"));
  }

  @Test
  void writesTheManifestAsSha256sumPrintsIt() throws Exception {
    Path unit = office.planUnit(SEQUENCE);
    server.on("PUT transmissions/", accepted(SEQUENCE));

    office.run("send", unit.toString());

    assertEquals(manifest(unit), sends().get(0).parts().get(0).text());
  }

  @Test
  void signsTheManifestWithTheOfficesCertificate() throws Exception {
    Path unit = office.planUnit(SEQUENCE);
    server.on("PUT transmissions/", accepted(SEQUENCE));

    office.run("send", unit.toString());

    var parts = sends().get(0).parts();
    assertTrue(isSignedBy(parts.get(1).content(), parts.get(0).content(), "CN=9970000011"));
  }

  @Test
  void signsWithRsaToo() throws Exception {
    authority.issueRsaOffice(TestOffice.NUMBER, office.certificate());
    office.enroll(server.address());
    Path unit = office.planUnit(SEQUENCE);
    server.on("PUT transmissions/", accepted(SEQUENCE));

    var run = office.run("send", unit.toString());

    assertEquals(0, run.code(), run.err());
    var parts = sends().get(0).parts();
    assertTrue(isSignedBy(parts.get(1).content(), parts.get(0).content(), "CN=9970000011"));
  }

  @Test
  void hasTheIdOnTheDiskBeforeTheServerSeesIt() throws Exception {
    Path unit = office.planUnit(SEQUENCE);
    var found = new ArrayList<String>();
    server.on("PUT transmissions/", accepted(SEQUENCE).after(() -> found.addAll(journal())));

    office.run("send", unit.toString());

    assertEquals(1, found.size());
    assertTrue(found.get(0).contains(id(sends().get(0))), found.get(0));
    assertTrue(found.get(0).contains("PENDING"), found.get(0));
  }

  @Test
  void keepsTheIdWhenTheConnectionIsCut() {
    Path unit = office.planUnit(SEQUENCE);
    server.on("PUT transmissions/", cut(), cut(), accepted(SEQUENCE));

    var run = office.run("send", unit.toString());

    assertEquals(0, run.code(), run.err());
    assertEquals(3, sends().size());
    assertEquals(1, sends().stream().map(SendTest::id).distinct().count());
  }

  @Test
  void keepsTheIdForTheNextRunWhenTheServerStaysAway() {
    Path unit = office.planUnit(SEQUENCE);
    server.on("PUT transmissions/", cut());
    var first = office.run("send", unit.toString());
    server.on("PUT transmissions/", accepted(SEQUENCE));

    var second = office.run("send", unit.toString());

    assertEquals(4, first.code());
    assertEquals(0, second.code());
    assertEquals(1, sends().stream().map(SendTest::id).distinct().count());
  }

  @Test
  void triesAgainWhenTheServerIsBusyAndObeysItsWait() {
    Path unit = office.planUnit(SEQUENCE);
    var busy = problem(503, "KE-208", "いま一時的に使えません").with("Retry-After", "2");
    server.on("PUT transmissions/", busy, accepted(SEQUENCE));

    long began = System.nanoTime();
    var run = office.run("send", unit.toString());

    assertEquals(0, run.code(), run.err());
    assertEquals(2, sends().size());
    assertTrue(System.nanoTime() - began >= 2_000_000_000L);
  }

  @Test
  void givesUpWhenTheServersWaitIsLongerThanItsPatience() {
    Path unit = office.planUnit(SEQUENCE);
    var busy = problem(503, "KE-208", "いま一時的に使えません").with("Retry-After", "3600");
    server.on("PUT transmissions/", busy);

    var run = office.run("send", unit.toString());

    assertEquals(4, run.code());
    assertEquals(1, sends().size());
  }

  @Test
  void showsWhatTheCheckFound() {
    Path unit = office.planUnit(SEQUENCE);
    server.on("PUT transmissions/", refused());

    var run = office.run("send", unit.toString());

    assertEquals(1, run.code());
    assertTrue(run.out().contains("12行目 「サービス開始時刻」: 時刻は4桁の数字です"), run.out());
    assertTrue(run.out().contains("→ 介護ソフトで時刻を直し"), run.out());
    assertTrue(run.out().contains("CH-041"), run.out());
    assertTrue(run.out().contains("--reason"), run.out());
  }

  @Test
  void goesOnAfterARefusedUnitAndTellsThatItIsPartlyDone() {
    office.planUnit(SEQUENCE);
    Path unit = office.planUnit(LATER);
    server.on("PUT transmissions/", refused(), accepted(LATER));

    var run = office.run("send", unit.toString(), "--json");

    assertEquals(5, run.code());
    assertEquals("refused", run.json().at("/results/0/outcome").asText());
    assertEquals("sent", run.json().at("/results/1/outcome").asText());
  }

  @Test
  void doesNotTryTheRestWhenTheServerIsGone() {
    office.planUnit(SEQUENCE);
    Path unit = office.planUnit(LATER);
    server.on("PUT transmissions/", cut());

    var run = office.run("send", unit.toString(), "--json");

    assertEquals(4, run.code());
    assertEquals("failed", run.json().at("/results/0/outcome").asText());
    assertEquals("notTried", run.json().at("/results/1/outcome").asText());
  }

  @Test
  void refusesAForeignNameWithoutSendingIt() {
    Path file = office.file("名簿.CSV", "なにか");

    var run = office.run("send", file.toString(), "--json");

    assertEquals(1, run.code());
    assertEquals("CL-401", run.json().at("/results/0/problem/code").asText());
    assertTrue(server.requests("").isEmpty());
  }

  @Test
  void passesOverWhatIsNoCsvInAFolder() {
    office.planUnit(SEQUENCE);
    Path folder = java.util.Objects.requireNonNull(office.file("memo.txt", "").getParent());
    server.on("PUT transmissions/", accepted(SEQUENCE));

    var run = office.run("send", folder.toString(), "--json");

    assertEquals(0, run.code(), run.err());
    assertEquals(1, run.json().path("passedOver").size());
  }

  @Test
  void keepsTheReceipt() throws Exception {
    Path unit = office.planUnit(SEQUENCE);
    server.on("PUT transmissions/", accepted(SEQUENCE));

    var run = office.run("send", unit.toString(), "--json");

    Path kept = Path.of(run.json().at("/results/0/receipt/file").asText());
    assertArrayEquals(receipt, Files.readAllBytes(kept));
    assertEquals("R-0001", run.json().at("/results/0/receipt/receiptNumber").asText());
  }

  @Test
  void answersTheEarlierReceiptForTheSameFilesFromAnotherFolder() throws Exception {
    Path unit = office.planUnit(SEQUENCE);
    server.on("PUT transmissions/", accepted(SEQUENCE));
    office.run("send", unit.toString());
    server.on("GET transmissions/", json(200, summary("SENT")));
    server.on("GET transmissions/" + id(sends().get(0)) + "/receipt", bytes(receipt));
    Path moved = Files.move(unit, folder.resolve("moved"));

    var run = office.run("send", moved.toString(), "--json");

    assertEquals(0, run.code(), run.err());
    assertEquals("alreadySent", run.json().at("/results/0/outcome").asText());
    assertEquals("R-0001", run.json().at("/results/0/receipt/receiptNumber").asText());
    assertEquals(1, sends().size());
  }

  @Test
  void sendsAgainUnderTheSameIdWhatTheServerNoLongerHas() {
    Path unit = office.planUnit(SEQUENCE);
    server.on("PUT transmissions/", accepted(SEQUENCE));
    office.run("send", unit.toString());

    var run = office.run("send", unit.toString());

    assertEquals(0, run.code(), run.err());
    assertEquals(2, sends().size());
    assertEquals(id(sends().get(0)), id(sends().get(1)));
  }

  @Test
  void sendsOnceMoreUnderANewIdWhenThatIsMeant() {
    Path unit = office.planUnit(SEQUENCE);
    server.on("PUT transmissions/", accepted(SEQUENCE));
    office.run("send", unit.toString());

    var run = office.run("send", unit.toString(), "--resend");

    assertEquals(0, run.code(), run.err());
    assertNotEquals(id(sends().get(0)), id(sends().get(1)));
    assertEquals("resend", sends().get(1).parts().get(2).name());
    assertEquals("true", sends().get(1).parts().get(2).text());
  }

  @Test
  void takesOverTheEarlierReceiptThatTheServerNames() throws Exception {
    Path unit = office.planUnit(SEQUENCE);
    server.on(
        "PUT transmissions/",
        json(
            409,
            "{\"title\":\"送信済みです\",\"status\":409,\"code\":\"EX-104\",\"earlier\":\"EARLIER\"}"));
    server.on("GET transmissions/EARLIER", json(200, summary("RECEIVED")));
    server.on("GET transmissions/EARLIER/receipt", bytes(receipt));

    var run = office.run("send", unit.toString(), "--json");

    assertEquals(0, run.code(), run.err());
    assertEquals("alreadySent", run.json().at("/results/0/outcome").asText());
    assertEquals("EARLIER", run.json().at("/results/0/receipt/id").asText());
  }

  @Test
  void doesNotCallSentWhatWasWithdrawn() {
    Path unit = office.planUnit(SEQUENCE);
    server.on("PUT transmissions/", accepted(SEQUENCE));
    office.run("send", unit.toString());
    server.on("GET transmissions/", json(200, summary("WITHDRAWN")));

    var run = office.run("send", unit.toString(), "--json");

    assertEquals(1, run.code());
    assertEquals("CL-402", run.json().at("/results/0/problem/code").asText());
  }

  @Test
  void signsInAnewWhenTheSessionRanOut() {
    Path unit = office.planUnit(SEQUENCE);
    server.on("PUT transmissions/", problem(401, "AP-110", "ログインの時間が終わりました"), accepted(SEQUENCE));

    var run = office.run("send", unit.toString());

    assertEquals(0, run.code(), run.err());
    assertEquals(2, server.requests("POST sessions").size());
    assertEquals(id(sends().get(0)), id(sends().get(1)));
  }

  @Test
  void tellsThatTheLicenceIsMissing() {
    Path unit = office.planUnit(SEQUENCE);
    server.on("PUT transmissions/", problem(409, "LI-101", "ライセンスがありません"));

    var run = office.run("send", unit.toString());

    assertEquals(3, run.code());
    assertTrue(run.out().contains("ライセンスがありません"), run.out());
  }

  @Test
  void speaksOfTheSizeWhenTheServerStopsReadingALargeUnit() throws Exception {
    Path unit = office.planUnit(SEQUENCE);
    Path first = unit.resolve("UPPLAN_202606_9970000011_43_9970000022_11_" + SEQUENCE + ".CSV");
    Files.write(first, new byte[20_000_000]);
    server.on("PUT transmissions/", problem(413, "EX-110", "大きすぎます").unread());

    var run = office.run("send", unit.toString());

    // whether the answer gets through before the connection breaks is up to TCP
    assertTrue(run.out().contains("EX-110") || run.out().contains("送る大きさ 20MB"), run.out());
  }

  @Test
  void distrustsAReceiptForOtherContent() {
    Path unit = office.planUnit(SEQUENCE);
    server.on("PUT transmissions/", receiptFor("0".repeat(64)));

    var run = office.run("send", unit.toString(), "--json");

    assertEquals(1, run.code());
    assertEquals("CL-406", run.json().at("/results/0/problem/code").asText());
  }

  @Test
  void signsOutAtTheEnd() {
    Path unit = office.planUnit(SEQUENCE);
    server.on("PUT transmissions/", accepted(SEQUENCE));

    office.run("send", unit.toString());

    Request signOut = server.requests("DELETE sessions/current").get(0);
    assertEquals("Bearer token-1", signOut.header("Authorization"));
  }

  @Test
  void saysWhereThereIsNothingToSend() throws Exception {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    var run = office.run("send", empty.toString());

    assertEquals(2, run.code());
    assertTrue(run.err().contains("CL-113"), run.err());
    assertFalse(run.err().contains("Exception"), run.err());
  }

  private Answer accepted(String sequence) {
    Path unit = office.planUnit(sequence);
    try (var files = Files.list(unit)) {
      var ofUnit = files.filter(it -> it.toString().contains(sequence)).toList();
      return receiptFor(Hash.of(manifest(ofUnit).getBytes(StandardCharsets.UTF_8)));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private Answer receiptFor(String contentHash) {
    return json(
        201,
        """
        {"id":"ID","receiptNumber":"R-0001","sentAt":"2026-06-25T01:12:00Z","contentHash":"%s",
         "recipient":{"number":"9970000022","name":"はるかぜ訪問介護"},"unit":"U2","receipt":"%s","findings":[]}
        """
            .formatted(contentHash, Base64.getEncoder().encodeToString(receipt)));
  }

  private static Answer refused() {
    return json(
        422,
        """
        {"title":"直すところがあります","status":422,"code":"EX-201","overridable":true,"findings":[
          {"file":"UPPLAN.CSV","line":12,"column":18,"columnName":"サービス開始時刻","code":"CH-041",
           "severity":"error","message":"時刻は4桁の数字です","remedy":"介護ソフトで時刻を直し、書き出してください。"}]}
        """);
  }

  private static String summary(String state) {
    return """
    {"id":"ID","state":"%s","sender":{"number":"9970000011"},"recipient":{"number":"9970000022"},
     "sequence":"20260520113000","fileCount":3,"bytes":60,"sentAt":"2026-06-25T01:12:00Z"}
    """
        .formatted(state);
  }

  private List<Request> sends() {
    return server.requests("PUT transmissions/");
  }

  private static String id(Request send) {
    return send.path().replaceFirst("transmissions/", "");
  }

  private List<String> journal() {
    try (Stream<Path> files = Files.list(office.profile().resolve("journal"))) {
      var found = new ArrayList<String>();
      for (Path file : files.filter(it -> it.toString().endsWith(".json")).toList()) {
        found.add(Files.readString(file));
      }
      return found;
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static String manifest(Path unit) throws java.io.IOException {
    try (var files = Files.list(unit)) {
      return manifest(files.toList());
    }
  }

  private static String manifest(List<Path> files) throws java.io.IOException {
    var lines = new StringBuilder();
    for (Path file : files.stream().sorted().toList()) {
      lines.append(Hash.of(file)).append("  ").append(file.getFileName()).append('\n');
    }
    return lines.toString();
  }

  private static boolean isSignedBy(byte[] signature, byte[] content, String subject)
      throws Exception {
    var signed = new CMSSignedData(new CMSProcessableByteArray(content), signature);
    var certificate =
        signed.getCertificates().getMatches(null).stream()
            .map(X509CertificateHolder.class::cast)
            .filter(it -> it.getSubject().toString().contains(subject))
            .findFirst()
            .orElseThrow();
    return signed
        .getSignerInfos()
        .getSigners()
        .iterator()
        .next()
        .verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
  }
}
