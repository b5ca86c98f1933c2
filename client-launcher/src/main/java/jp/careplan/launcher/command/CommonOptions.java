package jp.careplan.launcher.command;

import static picocli.CommandLine.Spec.Target.MIXEE;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import jp.careplan.launcher.api.Exchange;
import jp.careplan.launcher.api.Patience;
import jp.careplan.launcher.api.ServerAddress;
import jp.careplan.launcher.profile.CertificateFacts;
import jp.careplan.launcher.profile.LauncherHome;
import jp.careplan.launcher.profile.OfficeIdentity;
import jp.careplan.launcher.profile.Profile;
import jp.careplan.launcher.profile.ProfileFolder;
import jp.careplan.launcher.profile.Secret;
import jp.careplan.launcher.profile.SecretSource;
import jp.careplan.launcher.profile.UserId;
import jp.careplan.launcher.profile.WindowsStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command understands, and the way from there to the exchange. */
final class CommonOptions {
  @Spec(MIXEE)
  private @Nullable CommandSpec spec;

  @Option(names = "--profile", paramLabel = "名前", description = "使う登録の名前")
  private @Nullable String profile;

  @Option(
      names = "--home",
      paramLabel = "フォルダ",
      description = "登録を置くフォルダ（環境変数 CAREPLAN_HOME でも決められます）")
  private @Nullable Path home;

  @Option(names = "--json", description = "結果をJSONで出します")
  private boolean json;

  @Option(names = "--debug", description = "不具合を調べるための詳しい内容も出します")
  @SuppressWarnings("UnusedVariable") // looked up among the arguments where a failure is told
  private boolean debug;

  private @Nullable Output output;

  @Option(
      names = "--patience",
      paramLabel = "秒",
      defaultValue = "30",
      description = "つながらないとき、やり直しを続ける秒数（初めは${DEFAULT-VALUE}）")
  private int patience;

  @Option(names = "--password-file", paramLabel = "ファイル", description = "パスワードを書いたファイル。自分だけが読めるもの")
  private @Nullable Path passwordFile;

  @Option(
      names = "--certificate-password-file",
      paramLabel = "ファイル",
      description = "電子証明書のパスワードを書いたファイル。自分だけが読めるもの")
  private @Nullable Path certificatePasswordFile;

  @Option(
      names = "--issue-password-file",
      paramLabel = "ファイル",
      description = "証明書発行用パスワードを書いたファイル。自分だけが読めるもの")
  private @Nullable Path issuePasswordFile;

  /** The same one for the whole run: it knows what stands on the last line. */
  Output output() {
    Output known = output;
    if (known == null) {
      var commandLine = java.util.Objects.requireNonNull(spec).commandLine();
      known = new Output(commandLine.getOut(), commandLine.getErr(), json);
      output = known;
    }
    return known;
  }

  /** The one that this PC shows. */
  Clock clock() {
    return Clock.systemUTC();
  }

  LauncherHome launcherHome() {
    return LauncherHome.locate(home);
  }

  ProfileFolder profileFolder() {
    return launcherHome().profile(profile);
  }

  /** For the window, which can take a certificate in by itself. */
  ProfileFolder profileFolderOrNew() {
    LauncherHome launcherHome = launcherHome();
    return launcherHome.profiles().isEmpty() ? launcherHome.named(profile) : profileFolder();
  }

  Secret issuePassword() {
    return SecretSource.ofIssuing(issuePasswordFile).read();
  }

  Secret certificatePassword() {
    return SecretSource.ofCertificate(certificatePasswordFile).read();
  }

  OfficeIdentity identityFrom(Path file) {
    try (Secret password = certificatePassword()) {
      return OfficeIdentity.fromFile(file, password);
    }
  }

  OfficeIdentity identityOf(ProfileFolder folder, Profile noted) {
    String alias = noted.windowsAlias();
    return alias == null ? identityFrom(folder.certificate()) : WindowsStore.identity(alias);
  }

  /** Opens the certificate and asks for the password; the network is touched when first needed. */
  Desk desk() {
    ProfileFolder folder = profileFolder();
    Profile noted = folder.read();
    OfficeIdentity identity = identityOf(folder, noted);
    new CertificateFacts(identity.certificate()).mustBelongTo(new UserId(noted.userId()));
    var access =
        new Exchange.Access(
            ServerAddress.parse(noted.server()),
            identity,
            folder.serverAuthority(),
            new Patience(Duration.ofSeconds(patience)));
    Secret password = SecretSource.ofAccount(passwordFile).read();
    return new Desk(folder, identity, new Exchange(access, noted.userId(), password, output()));
  }
}
