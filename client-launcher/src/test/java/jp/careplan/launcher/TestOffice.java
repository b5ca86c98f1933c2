package jp.careplan.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import jp.careplan.launcher.command.CommandFace;
import jp.careplan.launcher.text.Json;

/**
 * An office's PC: a home for the launcher, secrets in files, and the command as a person types it.
 */
final class TestOffice {
  static final String NUMBER = "9970000011";
  static final String USER = "KJ99" + NUMBER;
  static final String PARTNER = "9970000022";

  /** What a command left behind. */
  record Run(int code, String out, String err) {
    JsonNode json() {
      try {
        return Json.tree(out.getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private final Path folder;

  TestOffice(Path folder) {
    this.folder = folder;
    secret("password", "kaigo-no-aikotoba");
    secret("certificate-password", TestAuthority.PASSWORD);
  }

  Path home() {
    return folder.resolve("home");
  }

  Path profile() {
    return home().resolve("profiles/default");
  }

  Path certificate() {
    return folder.resolve("office.p12");
  }

  Path passwordFile() {
    return folder.resolve("password");
  }

  Path certificatePasswordFile() {
    return folder.resolve("certificate-password");
  }

  TestOffice enrolledAt(FakeExchange server, TestAuthority authority) {
    authority.issueOffice(NUMBER, certificate());
    var run = enroll(server.address());
    if (run.code() != 0) {
      throw new IllegalStateException(run.err());
    }
    return this;
  }

  Run enroll(String server, String... more) {
    var arguments =
        new ArrayList<>(
            List.of(
                "enroll",
                "--certificate",
                certificate().toString(),
                "--server",
                server,
                "--user",
                USER));
    arguments.addAll(List.of(more));
    return run(arguments.toArray(String[]::new));
  }

  /** A file of the standard's name with some content. */
  Path file(String name, String content) {
    Path file = folder.resolve("out").resolve(name);
    try {
      Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
      return Files.writeString(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Form 6, form 7 and supplement of a month. */
  Path planUnit(String sequence) {
    String middle = "_202606_" + NUMBER + "_43_" + PARTNER + "_11_" + sequence + ".CSV";
    file("UPPLAN" + middle, "plan " + sequence);
    file("UPSIKYU" + middle, "annex " + sequence);
    return java.util.Objects.requireNonNull(
        file("UPHOSOKU" + middle, "supplement " + sequence).getParent());
  }

  Run run(String... arguments) {
    var all = new ArrayList<>(List.of(arguments));
    all.add("--home");
    all.add(home().toString());
    all.add("--password-file");
    all.add(passwordFile().toString());
    all.add("--certificate-password-file");
    all.add(certificatePasswordFile().toString());
    all.add("--patience");
    all.add("4");
    return plainly(all.toArray(String[]::new));
  }

  static Run plainly(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int code = new CommandFace(new PrintWriter(out), new PrintWriter(err)).run(arguments);
    return new Run(code, out.toString(), err.toString());
  }

  private void secret(String name, String content) {
    try {
      Path file = Files.writeString(folder.resolve(name), content + "\n");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
