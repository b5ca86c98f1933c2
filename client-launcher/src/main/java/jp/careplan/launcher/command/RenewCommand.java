package jp.careplan.launcher.command;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import jp.careplan.launcher.api.CertificateDoor;
import jp.careplan.launcher.errand.Issuing;
import jp.careplan.launcher.errand.Warnings;
import jp.careplan.launcher.profile.CertificateFacts;
import jp.careplan.launcher.profile.OfficeIdentity;
import jp.careplan.launcher.profile.Profile;
import jp.careplan.launcher.profile.ProfileFolder;
import jp.careplan.launcher.profile.Secret;
import jp.careplan.launcher.profile.UserId;
import jp.careplan.launcher.text.JapanTime;
import jp.careplan.launcher.trouble.Exit;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "renew", description = "電子証明書を更新します（期限まで90日を切ってから）")
final class RenewCommand implements Callable<Integer> {
  record Renewed(String profile, boolean renewed, CertificateView certificate) {}

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--force", description = "90日を切っていなくても更新します")
  private boolean force;

  @Option(
      names = "--public-server",
      paramLabel = "接続先[:ポート]",
      description = "証明書を発行する窓口。書かないときは、登録したときのもの")
  private @Nullable String publicServer;

  @Override
  public Integer call() {
    ProfileFolder folder = common.profileFolder();
    Profile noted = folder.read();
    if (noted.windowsAlias() != null) {
      throw new Trouble(
          LauncherProblem.BAD_USAGE, "Windowsに入れた電子証明書は、ここでは更新できません。発行した窓口で受け取り直してください。");
    }
    try (Secret filePassword = common.certificatePassword()) {
      OfficeIdentity present = OfficeIdentity.fromFile(folder.certificate(), filePassword);
      Instant now = common.clock().instant();
      var facts = new CertificateFacts(present.certificate());
      if (!force && facts.daysLeft(now) >= Warnings.CERTIFICATE_DAYS) {
        tell(
            folder, facts, false, "まだ更新の時期ではありません。電子証明書は" + JapanTime.day(facts.until()) + "までです。");
        return Exit.DONE.code();
      }
      OfficeIdentity renewed = renew(folder, noted, present, filePassword);
      var fresh = new CertificateFacts(renewed.certificate());
      tell(folder, fresh, true, "電子証明書を更新しました（" + JapanTime.day(fresh.until()) + "まで）。");
      return Exit.DONE.code();
    }
  }

  private OfficeIdentity renew(
      ProfileFolder folder, Profile noted, OfficeIdentity present, Secret filePassword) {
    CertificateDoor door = Issuing.doorOf(folder, present, publicServer);
    try (Secret issuePassword = common.issuePassword()) {
      return new Issuing(folder, new UserId(noted.userId()), filePassword, common.clock())
          .renew(door, present, issuePassword);
    }
  }

  private void tell(ProfileFolder folder, CertificateFacts facts, boolean renewed, String line) {
    common
        .output()
        .result(
            new Renewed(
                folder.name(), renewed, CertificateView.of(facts, common.clock().instant())),
            List.of(line));
  }
}
