package jp.careplan.app.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the start says before there is a server. */
class PreparationTest {
  private record Outcome(int status, String words) {}

  @TempDir Path folder;
  private Path home;
  private Path run;

  @BeforeEach
  void makeHome() throws Exception {
    home = folder.resolve("home");
    run = folder.resolve("run");
    DemoHome.main(new String[] {home.toString()});
  }

  @Test
  void writesSecretsForTheOwnerAlone() throws Exception {
    Outcome outcome = prepare(freePorts());

    var rights = Files.getPosixFilePermissions(run.resolve("system.properties"));
    assertEquals(0, outcome.status(), outcome.words());
    assertEquals("rw-------", PosixFilePermissions.toString(rights));
  }

  @Test
  void opensNoDoorBeforeTheApplicationStands() throws Exception {
    prepare(freePorts());

    assertFalse(Files.readString(run.resolve("boot.txt")).contains("create-network-listener"));
    assertTrue(Files.readString(run.resolve("doors.txt")).contains("create-network-listener"));
  }

  @Test
  void namesThePortThatIsTaken() throws Exception {
    try (var other = new ServerSocket(0)) {
      String taken = String.valueOf(other.getLocalPort());
      Map<String, String> ports = new java.util.HashMap<>(freePorts());
      ports.put("CAREPLAN_CONNECTOR_PORT", taken);

      Outcome outcome = prepare(ports);

      assertEquals(2, outcome.status());
      assertTrue(
          outcome.words().contains("CAREPLAN_CONNECTOR_PORT): port " + taken + " is taken"),
          outcome.words());
    }
  }

  @Test
  void namesASettingThatDoesNotExist() throws Exception {
    Outcome outcome = prepare(Map.of("CAREPLAN_PUBLIC_PROT", "8080"));

    assertEquals(2, outcome.status());
    assertTrue(outcome.words().contains("CAREPLAN_PUBLIC_PROT: no such setting"), outcome.words());
    assertFalse(Files.exists(run));
  }

  private static Map<String, String> freePorts() throws IOException {
    try (var one = new ServerSocket(0);
        var two = new ServerSocket(0);
        var three = new ServerSocket(0);
        var four = new ServerSocket(0)) {
      return Map.of(
          "CAREPLAN_PUBLIC_PORT", String.valueOf(one.getLocalPort()),
          "CAREPLAN_PUBLIC_HTTPS_PORT", String.valueOf(two.getLocalPort()),
          "CAREPLAN_CONNECTOR_PORT", String.valueOf(three.getLocalPort()),
          "CAREPLAN_MANAGEMENT_PORT", String.valueOf(four.getLocalPort()));
    }
  }

  private Outcome prepare(Map<String, String> settings) throws Exception {
    var start =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                Preparation.class.getName(),
                run.toString())
            .redirectErrorStream(true);
    start.environment().keySet().removeIf(name -> name.startsWith("CAREPLAN_"));
    start.environment().put("CAREPLAN_CONFIG", home.resolve("careplan.properties").toString());
    start.environment().putAll(settings);
    Process process = start.start();
    String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), words);
  }
}
