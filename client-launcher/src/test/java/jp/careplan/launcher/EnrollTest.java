package jp.careplan.launcher;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrollTest {
  private static final String PROXY_KIND = "2.25.216450741093421087136487029144513274609.3";

  private final TestAuthority authority = new TestAuthority("Sample CA");
  private @TempDir Path folder;
  private TestOffice office;

  @BeforeEach
  void open() {
    office = new TestOffice(folder);
    authority.issueOffice(TestOffice.NUMBER, office.certificate());
  }

  @Test
  void notesWhatTheCertificateTells() {
    var run = office.enroll("exchange.example", "--json");

    assertEquals(0, run.code(), run.err());
    assertEquals("9970000011", run.json().path("office").asText());
    assertEquals("PC-1", run.json().path("terminal").asText());
    assertEquals("exchange.example:9443", run.json().path("server").asText());
  }

  @Test
  void keepsTheCertificateForItsOwnerOnly() throws Exception {
    office.enroll("exchange.example");

    Path kept = office.profile().resolve("certificate.p12");
    assertArrayEquals(Files.readAllBytes(office.certificate()), Files.readAllBytes(kept));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));
    assertEquals(
        "rwx------",
        PosixFilePermissions.toString(Files.getPosixFilePermissions(office.profile())));
  }

  @Test
  void writesNoPasswordAnywhere() throws Exception {
    office.enroll("exchange.example");

    try (Stream<Path> files = Files.walk(office.home())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        var text =
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertFalse(text.contains(TestAuthority.PASSWORD), file.toString());
      }
    }
  }

  @Test
  void refusesAUserIdOfAnotherOffice() {
    authority.issueOffice("9970000099", office.certificate());

    var run = office.enroll("exchange.example", "--json");

    assertEquals(3, run.code());
    assertEquals("CL-205", run.json().at("/problem/code").asText());
  }

  @Test
  void refusesAnExpiredCertificateAndNamesTheDay() {
    Instant past = Instant.parse("2024-01-31T00:00:00Z");
    authority.issueOffice(
        TestOffice.NUMBER, office.certificate(), past.minus(Duration.ofDays(900)), past);

    var run = office.enroll("exchange.example");

    assertEquals(3, run.code());
    assertTrue(run.err().contains("CL-202"), run.err());
    assertTrue(run.err().contains("2024年1月31日(水)まで"), run.err());
  }

  @Test
  void refusesACertificateOfTheFuture() {
    Instant later = Instant.now().plus(Duration.ofDays(10));
    authority.issueOffice(
        TestOffice.NUMBER, office.certificate(), later, later.plus(Duration.ofDays(1)));

    assertEquals(
        "CL-203", office.enroll("exchange.example", "--json").json().at("/problem/code").asText());
  }

  @Test
  void refusesAProxysCertificate() {
    authority.issueWithPolicy(TestOffice.NUMBER, PROXY_KIND, office.certificate());

    var run = office.enroll("exchange.example", "--json");

    assertEquals(3, run.code());
    assertEquals("CL-204", run.json().at("/problem/code").asText());
  }

  @Test
  void refusesAWrongCertificatePasswordWithoutAStackTrace() throws Exception {
    Files.writeString(office.certificatePasswordFile(), "chigau\n");

    var run = office.enroll("exchange.example");

    assertEquals(3, run.code());
    assertTrue(run.err().contains("CL-201"), run.err());
    assertFalse(run.err().contains("Exception"), run.err());
  }

  @Test
  void refusesAnIdOfAClaimProxyWithItsReason() {
    var run =
        office.run(
            "enroll",
            "--certificate",
            office.certificate().toString(),
            "--server",
            "x",
            "--user",
            "HD999970000011");

    assertEquals(2, run.code());
    assertTrue(run.err().contains("代理請求"), run.err());
  }

  @Test
  void aStaffUserComesInWithTheOfficesCertificate() {
    var run =
        office.run(
            "enroll",
            "--certificate",
            office.certificate().toString(),
            "--server",
            "exchange.example",
            "--user",
            TestOffice.USER + "-01",
            "--json");

    assertEquals(0, run.code(), run.err());
    assertEquals("9970000011", run.json().path("office").asText());
  }

  @Test
  void doesNotReplaceAnotherServersProfile() {
    office.enroll("exchange.example");

    var run = office.enroll("other.example", "--json");

    assertEquals(2, run.code());
    assertEquals("CL-103", run.json().at("/problem/code").asText());
    assertEquals(0, office.enroll("other.example", "--name", "試験").code());
  }

  @Test
  void tellsThatTheWindowsStoreIsOnWindowsOnly() {
    var run = office.run("enroll", "--windows-store", "--server", "x", "--user", TestOffice.USER);

    assertEquals(2, run.code());
    assertTrue(run.err().contains("CL-108"), run.err());
  }

  @Test
  void asksWhichProfileWhenThereAreSeveral() {
    office.enroll("exchange.example", "--name", "one");
    office.enroll("exchange.example", "--name", "two");

    assertEquals("CL-102", office.run("status", "--json").json().at("/problem/code").asText());
    assertEquals(List.of("one", "two"), names());
  }

  private List<String> names() {
    return new jp.careplan.launcher.profile.LauncherHome(office.home())
        .profiles().stream().map(it -> it.name()).toList();
  }
}
