package jp.careplan.app.house;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Packages of the launcher in the folder of the house, laid there as an operator does. */
public final class LaidPackages {
  private final House house;

  public LaidPackages(House house) {
    this.house = house;
  }

  /** The launcher of this build, signed with the demo's key. */
  public Path launcher() throws IOException, InterruptedException {
    command("add", house.downloads().toString(), "app/demo/launcher-notes.txt");
    sign(house.node().home().resolve("package-signer.p12"));
    try (DirectoryStream<Path> made = Files.newDirectoryStream(house.downloads(), "*.zip")) {
      return made.iterator().next();
    }
  }

  /**
   * Fails with what the command tells.
   *
   * @param key opened by the demo's password
   */
  public void sign(Path key) throws IOException, InterruptedException {
    command("sign", house.downloads().toString(), key.toString());
  }

  private String password() throws IOException {
    return Files.readString(house.node().home().resolve("demo-password"));
  }

  /** One whose certificate is over. */
  public Path expiredKey() throws IOException, InterruptedException {
    Path key = Folders.temporary("expired").resolve("signer.p12");
    Process made =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/keytool",
                "-genkeypair",
                "-keystore",
                key.toString(),
                "-storepass",
                password(),
                "-alias",
                "signer",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Expired",
                "-startdate",
                "-10d",
                "-validity",
                "5")
            .redirectErrorStream(true)
            .start();
    String told = new String(made.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!made.waitFor(1, TimeUnit.MINUTES) || made.exitValue() != 0) {
      throw new IllegalStateException(told);
    }
    return key;
  }

  private void command(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("app/bin/downloads"));
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command).directory(Folders.project().toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("CAREPLAN_PACKAGE_KEY_PASSWORD", password());
    Process process = builder.start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
      throw new IllegalStateException(told);
    }
  }

  /** One made elsewhere, without a signature. */
  public void plain(String file, String version, String platform) throws IOException {
    Files.writeString(house.downloads().resolve(file), "package " + version);
    Files.writeString(
        house.downloads().resolve(file + ".properties"),
        "version=%s\nplatform=%s\nreleased=2026-11-01\nrequirements=Windows 10以降\nnotes=直しました。\n"
            .formatted(version, platform));
  }

  public Path copy(byte[] bytes) throws IOException {
    return Files.write(Files.createTempFile(Folders.temporary("fetched"), "package", ""), bytes);
  }

  public void takeAway() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(house.downloads())) {
      for (Path file : files) {
        Files.delete(file);
      }
    }
  }
}
