package jp.careplan.launcher;

import static jp.careplan.launcher.FakeExchange.Answer.json;
import static jp.careplan.launcher.FakeExchange.Answer.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told when the door stays shut. */
class ConnectionTest {
  private static final String OVERVIEW = "{\"unread\":3,\"sentToday\":2,\"notReceived\":1}";

  private final TestAuthority authority = new TestAuthority("Sample CA");
  private final TestAuthority stranger = new TestAuthority("Stranger CA");
  private final FakeExchange server = new FakeExchange(authority);
  private @TempDir Path folder;
  private TestOffice office;

  @BeforeEach
  void enroll() {
    office = new TestOffice(folder).enrolledAt(server, authority);
    server.on("GET overview", json(200, OVERVIEW));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void showsTheStateOfTheOffice() {
    var run = office.run("status", "--json");

    assertEquals(0, run.code(), run.err());
    var status = run.json();
    assertTrue(status.path("reachable").asBoolean());
    assertEquals("さくら居宅支援", status.at("/office/name").asText());
    assertEquals("RUNNING", status.at("/licence/state").asText());
    assertEquals(3, status.at("/overview/unread").asInt());
    assertTrue(status.at("/certificate/daysLeft").asInt() > 390);
    assertTrue(status.path("problem").isNull());
  }

  @Test
  void explainsACertificateOfAnotherAuthority() throws Exception {
    stranger.issueOffice(TestOffice.NUMBER, office.certificate());
    authority.writePem(folder.resolve("ca.pem"));
    office.enroll(server.address(), "--server-ca", folder.resolve("ca.pem").toString());

    var run = office.run("status", "--json");

    assertEquals(3, run.code());
    assertEquals("CL-206", run.json().at("/problem/code").asText());
    assertTrue(run.json().at("/problem/detail").asText().contains("Stranger CA"));
  }

  @Test
  void explainsACertificateThatHasExpiredSinceItWasTakenIn() throws Exception {
    Instant past = Instant.parse("2024-01-31T00:00:00Z");
    authority.issueOffice(
        TestOffice.NUMBER, office.certificate(), past.minus(Duration.ofDays(900)), past);
    Files.copy(
        office.certificate(),
        office.profile().resolve("certificate.p12"),
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    var run = office.run("status", "--json");

    assertEquals(3, run.code());
    assertEquals("CL-202", run.json().at("/problem/code").asText());
  }

  @Test
  void doesNotTalkToAServerItCannotTrust() throws Exception {
    stranger.writePem(folder.resolve("ca.pem"));
    office.enroll(server.address(), "--server-ca", folder.resolve("ca.pem").toString());

    var run = office.run("status", "--json");

    assertEquals(3, run.code());
    assertEquals("CL-208", run.json().at("/problem/code").asText());
    assertTrue(server.requests("").isEmpty());
  }

  @Test
  void doesNotTalkToAServerOfAnotherName() {
    String port = server.address().replaceFirst(".*:", "");
    office.enroll("127.0.0.1:" + port, "--name", "number");

    var run = office.run("status", "--profile", "number", "--json");

    assertEquals(3, run.code());
    assertEquals("CL-209", run.json().at("/problem/code").asText());
  }

  @Test
  void tellsThatNobodyAnswers() {
    server.close();

    var run = office.run("inbox");

    assertEquals(4, run.code());
    assertTrue(run.err().contains("CL-301"), run.err());
    assertTrue(run.err().contains("もう一度試します"), run.err());
    assertFalse(run.err().contains("Exception"), run.err());
  }

  @Test
  void tellsThatTheNameOfTheServerIsNotKnown() {
    office.enroll("nowhere.invalid", "--name", "nowhere");

    var run = office.run("inbox", "--profile", "nowhere");

    assertEquals(4, run.code());
    assertTrue(run.err().contains("名前が見つかりません"), run.err());
  }

  @Test
  void doesNotGuessAgainWhenThePasswordIsWrong() {
    server.on("POST sessions", problem(401, "AP-106", "ユーザIDまたはパスワードが違います"));

    var run = office.run("inbox");

    assertEquals(3, run.code());
    assertTrue(run.err().contains("AP-106"), run.err());
    assertEquals(1, server.requests("POST sessions").size());
  }

  @Test
  void doesNotWaitAndGuessAgainWhenItWasTooHasty() {
    server.on("POST sessions", problem(429, "AP-108", "続けて間違えたため、少しお待ちください"));

    assertEquals(3, office.run("inbox").code());
    assertEquals(1, server.requests("POST sessions").size());
  }

  @Test
  void saysSoWhenSomethingElseAnswers() {
    server.on("POST sessions", json(200, "<html>login</html>"));

    var run = office.run("inbox", "--json");

    assertEquals(4, run.code());
    assertEquals("CL-304", run.json().at("/problem/code").asText());
  }

  @Test
  void showsStackTracesOnlyWhenAsked() {
    server.on("GET inbox", problem(500, "KE-999", "こちらの不具合で処理できませんでした"));

    var usual = office.run("inbox");
    var curious = office.run("inbox", "--debug");

    assertFalse(usual.err().contains("\tat "), usual.err());
    assertTrue(usual.err().contains("追跡番号 7f3a"), usual.err());
    assertTrue(curious.err().contains("\tat "), curious.err());
  }
}
