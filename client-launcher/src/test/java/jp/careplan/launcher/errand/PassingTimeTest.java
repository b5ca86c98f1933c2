package jp.careplan.launcher.errand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import jp.careplan.launcher.TestAuthority;
import jp.careplan.launcher.api.ServerAddress;
import jp.careplan.launcher.errand.SelfDiagnosis.Check;
import jp.careplan.launcher.errand.SelfDiagnosis.Finding;
import jp.careplan.launcher.profile.CertificateFacts;
import jp.careplan.launcher.profile.OfficeIdentity;
import jp.careplan.launcher.profile.Secret;
import jp.careplan.launcher.trouble.LauncherProblem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One certificate through its three years, by the clock that the errands are given. */
class PassingTimeTest {
  private static final Instant BEGINS = Instant.parse("2026-06-25T01:12:00Z");
  private static final Instant ENDS = Instant.parse("2029-06-25T01:12:00Z");
  private static final ServerAddress NOBODY = new ServerAddress("localhost", 1);

  private @TempDir Path folder;
  private OfficeIdentity identity;

  @BeforeEach
  void issue() {
    Path file = folder.resolve("office.p12");
    new TestAuthority("Sample CA").issueOffice("9970000011", file, BEGINS, ENDS);
    identity = OfficeIdentity.fromFile(file, Secret.of(TestAuthority.PASSWORD));
  }

  @Test
  void renewalIsOfferedFromNinetyDaysOnAndMoreUrgentlyAtThirtyAndSeven() {
    assertEquals(List.of(), warned(91));
    assertTrue(said(89).contains("あと89日"), said(89));
    assertTrue(said(89).contains("careplan renew"), said(89));
    assertFalse(said(31).contains("早めに"), said(31));
    assertTrue(said(29).contains("早めに"), said(29));
    assertFalse(said(8).contains("すぐに"), said(8));
    assertTrue(said(6).contains("すぐに"), said(6));
  }

  @Test
  void theDiagnosisFindsThatItIsOver() {
    Finding finding = diagnosed(ENDS.plusSeconds(1));

    assertNotNull(finding.problem());
    assertEquals(LauncherProblem.CERTIFICATE_EXPIRED.code(), finding.problem().code());
  }

  private List<String> warned(int daysBefore) {
    Instant now = ENDS.minus(Duration.ofDays(daysBefore)).minusSeconds(1);
    return Warnings.ofCertificate(new CertificateFacts(identity.certificate()), now);
  }

  private String said(int daysBefore) {
    return warned(daysBefore).getFirst();
  }

  private Finding diagnosed(Instant now) {
    var clock = Clock.fixed(now, ZoneOffset.UTC);
    var diagnosis =
        new SelfDiagnosis(NOBODY, NOBODY, folder.resolve("pinned.pem"), () -> identity, clock);
    return diagnosis.run().findings().stream()
        .filter(it -> it.check() == Check.CERTIFICATE)
        .findFirst()
        .orElseThrow();
  }
}
