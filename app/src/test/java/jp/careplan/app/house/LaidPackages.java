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
    command(
        "sign",
        house.downloads().toString(),
        house.node().home().resolve("package-signer.p12").toString());
    try (DirectoryStream<Path> made = Files.newDirectoryStream(house.downloads(), "*.zip")) {
      return made.iterator().next();
    }
  }

  private void command(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("app/bin/downloads"));
    command.addAll(List.of(arguments));
    var builder =
        new ProcessBuilder(command).directory(Folders.project().toFile()).redirectErrorStream(true);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder
        .environment()
        .put(
            "CAREPLAN_PACKAGE_KEY_PASSWORD",
            Files.readString(house.node().home().resolve("demo-password")));
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
