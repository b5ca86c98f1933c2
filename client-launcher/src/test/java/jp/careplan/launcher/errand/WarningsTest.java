package jp.careplan.launcher.errand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import jp.careplan.launcher.TestAuthority;
import jp.careplan.launcher.api.OfficeName;
import jp.careplan.launcher.api.Session;
import jp.careplan.launcher.profile.CertificateFacts;
import jp.careplan.launcher.profile.OfficeIdentity;
import jp.careplan.launcher.profile.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarningsTest {
  private static final Instant NOW = Instant.parse("2026-06-25T01:12:00Z");
  private static final Duration NONE = Duration.ZERO;

  private @TempDir Path folder;

  @Test
  void saysNothingWhenAllIsWell() {
    assertEquals(List.of(), warnings("RUNNING", 200, NONE));
  }

  @Test
  void warnsNinetyDaysBeforeTheCertificateEnds() {
    assertTrue(warnings("RUNNING", 89, NONE).get(0).contains("あと89日"));
  }

  @Test
  void warnsThatNothingCanBeSentWithoutALicence() {
    assertTrue(warnings("ENDED", 200, NONE).get(0).contains("ライセンスが有効ではありません"));
  }

  @Test
  void warnsOfAWrongClock() {
    assertTrue(warnings("RUNNING", 200, Duration.ofMinutes(-20)).get(0).contains("約20分ずれています"));
  }

  private List<String> warnings(String licence, int days, Duration skew) {
    Path file = folder.resolve("office.p12");
    new TestAuthority("Sample CA")
        .issueOffice(
            "9970000011", file, NOW.minus(Duration.ofDays(9)), NOW.plus(Duration.ofDays(days)));
    var identity = OfficeIdentity.fromFile(file, Secret.of(TestAuthority.PASSWORD));
    var session =
        new Session(
            "t",
            "KJ999970000011",
            new OfficeName("9970000011", "さくら居宅支援", null),
            null,
            null,
            new Session.Licence(licence, null));
    return Warnings.of(session, new CertificateFacts(identity.certificate()), skew, NOW);
  }
}
