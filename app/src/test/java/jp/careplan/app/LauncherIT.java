package jp.careplan.app;

import static jp.careplan.app.house.House.DAY_SERVICE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import jp.careplan.app.house.Folders;
import jp.careplan.app.house.House;
import jp.careplan.app.house.HouseKeeper;
import jp.careplan.app.house.OfficeClient;
import jp.careplan.kernel.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as an office runs it, against a real node: a certificate issued and renewed. */
@ExtendWith(HouseKeeper.class)
class LauncherIT {
  private final House house;
  @TempDir private Path home;

  LauncherIT(House house) {
    this.house = house;
  }

  private record Run(int code, String output) {}

  @Test
  void aPcGetsItsCertificateAndRenewsIt() throws Exception {
    var enrolled =
        launcher(
            "enroll",
            "--issue",
            "--terminal-name",
            "二階のパソコン",
            "--server",
            "localhost:" + house.node().connectorPort(),
            "--public-server",
            "localhost:" + house.node().publicTlsPort(),
            "--server-ca",
            house.node().home().resolve("authority.pem").toString(),
            "--user",
            "KJ99" + DAY_SERVICE);
    assertEquals(0, enrolled.code(), enrolled.output());
    Path certificate = home.resolve("profiles/default/certificate.p12");
    byte[] first = Files.readAllBytes(certificate);
    assertEquals(
        "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(certificate)));
    assertFalse(Files.exists(home.resolve("profiles/default/pending.p12")));
    var status = launcher("status");
    assertEquals(0, status.code(), status.output());

    var diagnosed = launcher("diagnose", "--tell");
    assertEquals(0, diagnosed.code(), diagnosed.output());
    assertTrue(diagnosed.output().contains("はじめての手順」に残しました"), diagnosed.output());
    assertEquals(
        1,
        house.count(
            "SELECT COUNT(*) FROM application_introduction WHERE office = ? AND step = 'COMPUTER'"
                + " AND ticked AND source = 'LAUNCHER'",
            DAY_SERVICE));

    var early = launcher("renew");
    assertTrue(early.output().contains("まだ更新の時期ではありません"), early.output());
    assertEquals(0, early.code());
    var renewed = launcher("renew", "--force");

    assertEquals(0, renewed.code(), renewed.output());
    assertNotEquals(Sha256.hex(first), Sha256.hex(Files.readAllBytes(certificate)));
    assertEquals(0, launcher("status").code());
    assertEquals(
        2,
        house.count(
            "SELECT COUNT(*) FROM application_certificate c JOIN application_terminal t ON"
                + " t.id = c.terminal_id WHERE t.name = '二階のパソコン' AND c.revoked_at IS NULL"));
  }

  @Test
  void aWrongIssuingPasswordIsToldWithItsCode() throws Exception {
    Path wrong = Files.writeString(home.resolve("wrong"), "a-guess\n");
    Files.setPosixFilePermissions(wrong, PosixFilePermissions.fromString("rw-------"));

    var refused =
        launcher(
            "enroll",
            "--issue",
            "--terminal-name",
            "三階のパソコン",
            "--server",
            "localhost:" + house.node().connectorPort(),
            "--public-server",
            "localhost:" + house.node().publicTlsPort(),
            "--server-ca",
            house.node().home().resolve("authority.pem").toString(),
            "--user",
            "KJ99" + DAY_SERVICE,
            "--issue-password-file",
            wrong.toString());

    assertEquals(3, refused.code(), refused.output());
    assertTrue(refused.output().contains("AP-162"), refused.output());
  }

  private Run launcher(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Folders.project().resolve("client-launcher/bin/careplan").toString());
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    String password = OfficeClient.password(house.node());
    var environment = builder.environment();
    environment.keySet().removeIf(name -> name.startsWith("CAREPLAN_"));
    environment.put("CAREPLAN_HOME", home.toString());
    environment.put("CAREPLAN_PASSWORD", password);
    environment.put("CAREPLAN_CERTIFICATE_PASSWORD", "only-on-this-pc");
    environment.put("CAREPLAN_ISSUE_PASSWORD", password);
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }
}
