package jp.careplan.launcher.profile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import jp.careplan.launcher.text.Json;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;

/**
 * One profile on the disk:
 *
 * <pre>
 * profile.json      server, user ID, office
 * certificate.p12   the office's certificate, still under its own password
 * pending.p12       a key that a certificate was asked for and has not come yet, under the same password
 * server-ca.pem     the only authority the server is believed by, if one was given
 * journal/          a file a unit: content hash to transmission ID
 * receipts/         ID.p7m
 * incoming/         a file a transmission that is being received
 * </pre>
 */
public record ProfileFolder(Path path) {
  public String name() {
    return String.valueOf(path.getFileName());
  }

  boolean exists() {
    return Files.isRegularFile(file());
  }

  /** What was noted, if this profile was ever taken in. */
  public Optional<Profile> noted() {
    return exists() ? Optional.of(read()) : Optional.empty();
  }

  public Profile read() {
    try {
      return Json.read(Files.readAllBytes(file()), Profile.class);
    } catch (IOException e) {
      throw new Trouble(LauncherProblem.FILE_UNREADABLE, "ファイル: " + file(), e);
    }
  }

  /** Keeps what was noted before when it is of the same office and server, else refuses. */
  public void mustSuit(Profile profile) {
    if (exists() && !read().belongsWith(profile)) {
      throw new Trouble(LauncherProblem.PROFILE_TAKEN, "登録の名前: " + name());
    }
  }

  /** The same before anything else is known of the profile. */
  public void mustBeFreeFor(String server, String userId) {
    mustSuit(new Profile(server, userId, null, null, null, null));
  }

  public void write(Profile profile) {
    AtomicFile.write(file(), Json.pretty(profile));
  }

  public Path certificate() {
    return path.resolve("certificate.p12");
  }

  public Path pendingKey() {
    return path.resolve("pending.p12");
  }

  public Path serverAuthority() {
    return path.resolve("server-ca.pem");
  }

  public Path journal() {
    return path.resolve("journal");
  }

  public Path receipts() {
    return path.resolve("receipts");
  }

  public Path incoming() {
    return path.resolve("incoming");
  }

  private Path file() {
    return path.resolve("profile.json");
  }
}
