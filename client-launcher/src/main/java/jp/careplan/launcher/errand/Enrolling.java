package jp.careplan.launcher.errand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import jp.careplan.launcher.api.ServerAddress;
import jp.careplan.launcher.api.ServerTrust;
import jp.careplan.launcher.profile.AtomicFile;
import jp.careplan.launcher.profile.CertificateFacts;
import jp.careplan.launcher.profile.OfficeIdentity;
import jp.careplan.launcher.profile.Profile;
import jp.careplan.launcher.profile.ProfileFolder;
import jp.careplan.launcher.profile.UserId;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import org.jspecify.annotations.Nullable;

/** Takes an office's certificate in: copies it, and notes where it is to be used. No password. */
public final class Enrolling {
  /**
   * @param file PKCS#12; null where the certificate stays in the Windows store
   * @param windowsAlias its name there
   * @param publicServer where it was issued; null for one that came as a file
   */
  public record Source(
      @Nullable Path file, @Nullable String windowsAlias, @Nullable String publicServer) {
    public Source(@Nullable Path file, @Nullable String windowsAlias) {
      this(file, windowsAlias, null);
    }
  }

  private final ProfileFolder folder;
  private final Clock clock;

  public Enrolling(ProfileFolder folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /** Refuses a certificate that cannot work, before anything is written. */
  public Profile enroll(ServerAddress server, UserId user, Source source, OfficeIdentity identity) {
    var facts = new CertificateFacts(identity.certificate());
    Optional<Trouble> fault = facts.fault(clock.instant());
    if (fault.isPresent()) {
      throw fault.get();
    }
    facts.mustBelongTo(user);
    var profile =
        new Profile(
            server.toString(),
            user.value(),
            facts.office().orElse(null),
            facts.terminal().orElse(null),
            source.windowsAlias(),
            source.publicServer() == null
                ? folder.noted().map(Profile::publicServer).orElse(null)
                : source.publicServer());
    folder.mustSuit(profile);
    if (source.file() != null) {
      AtomicFile.write(folder.certificate(), content(source.file()));
    }
    folder.write(profile);
    return profile;
  }

  /** From now on the server is believed by this authority alone. */
  public void pin(Path authority) {
    ServerTrust.read(authority);
    AtomicFile.write(folder.serverAuthority(), content(authority));
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Trouble(LauncherProblem.FILE_UNREADABLE, "ファイル: " + file, e);
    }
  }
}
