package jp.careplan.launcher;

import static jp.careplan.launcher.FakeExchange.Answer.json;
import static jp.careplan.launcher.FakeExchange.Answer.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.launcher.api.ReleaseDoor;
import jp.careplan.launcher.api.ServerAddress;
import jp.careplan.launcher.errand.UpdateCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateCheckTest {
  private static final Instant NOW = Instant.parse("2026-07-02T01:00:00Z");
  private static final String LIST = "GET /public/v1/launcher-packages";

  private final TestAuthority authority = new TestAuthority("Sample CA");
  private final FakeExchange server = FakeExchange.withoutCertificates(authority);
  private @TempDir Path folder;

  @AfterEach
  void stop() {
    server.close();
  }

  private UpdateCheck checkFrom(String own) {
    var door =
        new ReleaseDoor(
            ServerAddress.parse(server.address()),
            folder.resolve("none"),
            List.of(authority.certificate()));
    return new UpdateCheck(door, Optional.of(own));
  }

  private void offer(String version, String platform) {
    server.on(
        LIST,
        json(
            200,
            "{\"page\":\"https://careplan.example/support/downloads\",\"packages\":[{\"version\":\""
                + version
                + "\",\"platform\":\""
                + platform
                + "\"}]}"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.9.0, 0.10.0, true",
    "1.0.0, 1.0.0, false",
    "1.2.0, 1.1.9, false",
    "1.0, <b>2, false"
  })
  void aNewerVersionIsToldAndNothingElse(String own, String offered, boolean told) {
    offer(offered, "ANY");

    List<String> warnings = checkFrom(own).warnings(NOW);

    assertEquals(told ? 1 : 0, warnings.size(), warnings::toString);
    if (told) {
      assertTrue(warnings.get(0).contains(offered), warnings::toString);
      assertTrue(warnings.get(0).contains("/support/downloads"), warnings::toString);
    }
  }

  @Test
  void whatIsForAnotherPlatformIsNotTold() {
    offer("9.0", "NO_SUCH_PLATFORM");

    assertEquals(List.of(), checkFrom("1.0").warnings(NOW));
  }

  @Test
  void theServerIsAskedAFewTimesADayAndNothingIsFetched() {
    offer("2.0", "ANY");
    UpdateCheck check = checkFrom("1.0");

    check.warnings(NOW);
    check.warnings(NOW.plus(Duration.ofMinutes(1)));
    check.warnings(NOW.plus(Duration.ofHours(7)));

    assertEquals(2, server.requests("GET").size());
    assertEquals(2, server.requests(LIST).size());
  }

  @Test
  void aServerThatKnowsNoListIsNoHindrance() {
    server.on(LIST, problem(404, "KE-201", "見つかりません"));

    assertEquals(List.of(), checkFrom("1.0").warnings(NOW));
    server.close();
    assertEquals(List.of(), checkFrom("1.0").warnings(NOW));
  }
}
