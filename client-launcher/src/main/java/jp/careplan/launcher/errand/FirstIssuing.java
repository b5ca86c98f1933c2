package jp.careplan.launcher.errand;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import jp.careplan.launcher.api.CertificateDoor;
import jp.careplan.launcher.api.ServerAddress;
import jp.careplan.launcher.api.ServerTrust;
import jp.careplan.launcher.profile.CertificateFacts;
import jp.careplan.launcher.profile.OfficeIdentity;
import jp.careplan.launcher.profile.Profile;
import jp.careplan.launcher.profile.ProfileFolder;
import jp.careplan.launcher.profile.Secret;
import jp.careplan.launcher.profile.UserId;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import org.jspecify.annotations.Nullable;

/**
 * All that a PC without a certificate needs: has one issued and takes it in.
 *
 * @param publicServer where it is issued; null for the usual port of the server
 * @param authority the only one the server is to be believed by; null where that stays as it is
 */
public record FirstIssuing(
    ProfileFolder folder,
    ServerAddress server,
    @Nullable String publicServer,
    @Nullable Path authority,
    UserId user,
    String terminalName,
    Clock clock) {

  /** What was taken in. */
  public record Done(Profile profile, CertificateFacts facts) {}

  /** Repeating it after a lost answer yields the same certificate. */
  public Done run(Secret issuePassword, Secret filePassword) {
    if (terminalName.isBlank()) {
      throw new Trouble(LauncherProblem.NO_TERMINAL_NAME, "");
    }
    var door = ServerAddress.parsePublic(publicServer == null ? server.host() : publicServer);
    folder.mustBeFreeFor(server.toString(), user.value());
    var enrolling = new Enrolling(folder, clock);
    if (authority != null) {
      ServerTrust.read(authority);
      enrolling.pin(authority);
    }
    OfficeIdentity identity =
        new Issuing(folder, user, filePassword, clock)
            .first(
                new CertificateDoor(door, folder.serverAuthority(), List.of()),
                terminalName,
                issuePassword);
    Profile profile =
        enrolling.enroll(server, user, new Enrolling.Source(null, null, door.toString()), identity);
    return new Done(profile, new CertificateFacts(identity.certificate()));
  }
}
