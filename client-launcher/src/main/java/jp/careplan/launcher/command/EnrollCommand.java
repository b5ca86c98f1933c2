package jp.careplan.launcher.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import jp.careplan.launcher.api.ServerAddress;
import jp.careplan.launcher.api.ServerTrust;
import jp.careplan.launcher.errand.Enrolling;
import jp.careplan.launcher.errand.FirstIssuing;
import jp.careplan.launcher.profile.CertificateFacts;
import jp.careplan.launcher.profile.OfficeIdentity;
import jp.careplan.launcher.profile.Profile;
import jp.careplan.launcher.profile.ProfileFolder;
import jp.careplan.launcher.profile.Secret;
import jp.careplan.launcher.profile.UserId;
import jp.careplan.launcher.profile.WindowsStore;
import jp.careplan.launcher.text.JapanTime;
import jp.careplan.launcher.trouble.Exit;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "enroll", description = "電子証明書とユーザIDを、このパソコンに登録します")
final class EnrollCommand implements Callable<Integer> {
  static final class Source {
    @Option(
        names = "--certificate",
        paramLabel = "ファイル",
        required = true,
        description = "電子証明書のファイル（.p12 または .pfx）")
    @Nullable Path certificate;

    @Option(names = "--windows-store", required = true, description = "Windowsの個人用の証明書から選びます")
    boolean windowsStore;

    @Option(
        names = "--issue",
        required = true,
        description = "新しい電子証明書を発行してもらいます。鍵はこのパソコンで作り、外に出しません")
    boolean issue;
  }

  record Enrolled(
      String profile,
      String folder,
      String server,
      String userId,
      @Nullable String office,
      @Nullable String terminal,
      CertificateView certificate) {}

  @Mixin private CommonOptions common = new CommonOptions();

  @ArgGroup(exclusive = true, multiplicity = "1")
  private Source source = new Source();

  @Option(names = "--subject", paramLabel = "文字", description = "証明書の名前に含まれる文字（Windowsで選ぶとき）")
  private String subject = "";

  @Option(
      names = "--server",
      paramLabel = "接続先[:ポート]",
      required = true,
      description = "接続先の名前。ポートを書かないときは9443")
  private String server = "";

  @Option(names = "--user", paramLabel = "KJ…", required = true, description = "KJで始まるユーザID")
  private String user = "";

  @Option(
      names = "--terminal-name",
      paramLabel = "名前",
      description = "このパソコンの名前（--issue のとき。例 受付のパソコン）")
  private @Nullable String terminalName;

  @Option(
      names = "--public-server",
      paramLabel = "接続先[:ポート]",
      description = "証明書を発行する窓口（--issue のとき）。書かないときは接続先の8443")
  private @Nullable String publicServer;

  @Option(
      names = "--server-ca",
      paramLabel = "ファイル",
      description = "接続先を確かめるための認証局の証明書（PEM）。示すと、これだけを信じます")
  private @Nullable Path serverAuthority;

  @Option(names = "--name", paramLabel = "名前", description = "登録の名前。事業所が2つ以上のときに付けます")
  private @Nullable String name;

  @Override
  public Integer call() {
    var userId = new UserId(user);
    var address = ServerAddress.parse(server);
    ProfileFolder folder = common.launcherHome().named(name);
    if (source.issue) {
      return issue(folder, address, userId);
    }
    if (serverAuthority != null) {
      ServerTrust.read(serverAuthority);
    }
    var enrolling = new Enrolling(folder, common.clock());
    var chosen = new Enrolling.Source(source.certificate, alias());
    OfficeIdentity identity = identity(chosen);
    Profile profile = enrolling.enroll(address, userId, chosen, identity);
    if (serverAuthority != null) {
      enrolling.pin(serverAuthority);
    }
    tell(folder, profile, new CertificateFacts(identity.certificate()));
    return Exit.DONE.code();
  }

  private Integer issue(ProfileFolder folder, ServerAddress address, UserId userId) {
    var issuing =
        new FirstIssuing(
            folder,
            address,
            publicServer,
            serverAuthority,
            userId,
            terminalName == null ? "" : terminalName,
            common.clock());
    try (Secret issuePassword = common.issuePassword();
        Secret filePassword = common.certificatePassword()) {
      FirstIssuing.Done done = issuing.run(issuePassword, filePassword);
      tell(folder, done.profile(), done.facts());
      return Exit.DONE.code();
    }
  }

  private @Nullable String alias() {
    return source.windowsStore ? chosen().alias() : null;
  }

  private OfficeIdentity identity(Enrolling.Source chosen) {
    return chosen.windowsAlias() == null
        ? common.identityFrom(Objects.requireNonNull(chosen.file()))
        : WindowsStore.identity(chosen.windowsAlias());
  }

  private WindowsStore.Entry chosen() {
    List<WindowsStore.Entry> fitting =
        WindowsStore.entries().stream().filter(entry -> entry.isFor(subject)).toList();
    if (fitting.size() != 1) {
      String found =
          fitting.stream()
              .map(entry -> entry.certificate().getSubjectX500Principal().getName())
              .collect(Collectors.joining("、"));
      throw new Trouble(
          LauncherProblem.BAD_USAGE,
          fitting.isEmpty() ? "合う証明書が見つかりません。" : "証明書が2つ以上あります。「--subject」で1つに絞ってください: " + found);
    }
    return fitting.get(0);
  }

  private void tell(ProfileFolder folder, Profile profile, CertificateFacts facts) {
    var enrolled =
        new Enrolled(
            folder.name(),
            folder.path().toString(),
            profile.server(),
            profile.userId(),
            profile.office(),
            profile.terminal(),
            CertificateView.of(facts, common.clock().instant()));
    common
        .output()
        .result(
            enrolled,
            List.of(
                "登録しました（登録の名前: " + folder.name() + "）。",
                "  事業所番号  " + facts.office().orElse("電子証明書に書かれていません"),
                "  ユーザID    " + profile.userId(),
                "  接続先      " + profile.server(),
                "  電子証明書  " + JapanTime.day(facts.until()) + "まで",
                "次は「careplan status」で、つながるか確かめてください。"));
  }
}
