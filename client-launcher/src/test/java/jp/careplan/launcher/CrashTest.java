package jp.careplan.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import jp.careplan.launcher.FakeExchange.Answer;
import jp.careplan.launcher.unit.Manifest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a process of its own, killed at the worst moment. */
class CrashTest {
  private final TestAuthority authority = new TestAuthority("Sample CA");
  private final FakeExchange server = new FakeExchange(authority);
  private @TempDir Path folder;

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void sendsUnderTheSameIdAfterBeingKilledBeforeItReadTheAnswer() throws Exception {
    var office = new TestOffice(folder).enrolledAt(server, authority);
    Path unit = office.planUnit("20260520113000");
    var arrived = new CountDownLatch(1);
    var killed = new CountDownLatch(1);
    server.on(
        "PUT transmissions/",
        accepted(unit)
            .after(() -> {
              arrived.countDown();
              await(killed);
            }),
        accepted(unit));

    Process first = start(office, unit);
    assertTrue(arrived.await(60, TimeUnit.SECONDS), "nothing arrived");
    first.destroyForcibly().waitFor();
    killed.countDown();
    Process second = start(office, unit);

    assertTrue(second.waitFor(60, TimeUnit.SECONDS));
    assertEquals(0, second.exitValue(), Files.readString(folder.resolve("output")));
    var ids = server.requests("PUT transmissions/").stream().map(it -> it.path()).toList();
    assertEquals(2, ids.size());
    assertEquals(ids.get(0), ids.get(1));
  }

  private Process start(TestOffice office, Path unit) throws IOException {
    return LauncherProcess.start(office, folder.resolve("output"), "send", unit.toString());
  }

  private Answer accepted(Path unit) throws IOException {
    byte[] receipt = TestReceipt.signedBy(authority, "{\"receiptNumber\":\"R-0001\"}");
    try (var files = Files.list(unit)) {
      return Answer.json(
          201,
          "{\"id\":\"ID\",\"receiptNumber\":\"R-0001\",\"contentHash\":\"%s\",\"receipt\":\"%s\"}"
              .formatted(
                  Manifest.of(files.toList()).contentHash(),
                  new String(Base64.getEncoder().encode(receipt), StandardCharsets.US_ASCII)));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
