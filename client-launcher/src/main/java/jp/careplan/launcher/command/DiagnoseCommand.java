package jp.careplan.launcher.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import jp.careplan.launcher.api.ServerAddress;
import jp.careplan.launcher.errand.SelfDiagnosis;
import jp.careplan.launcher.errand.SelfDiagnosis.Finding;
import jp.careplan.launcher.profile.OfficeIdentity;
import jp.careplan.launcher.profile.Profile;
import jp.careplan.launcher.profile.ProfileFolder;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Problem;
import jp.careplan.launcher.trouble.Trouble;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "diagnose", description = "このパソコンとネットワークで使えるかを確かめます（自己診断）")
final class DiagnoseCommand implements Callable<Integer> {
  record Line(String check, boolean passed, String found, @Nullable Problem problem) {}

  record Report(String server, String publicServer, List<Line> checks, boolean told) {}

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--server", paramLabel = "接続先[:ポート]", description = "接続先の名前。登録がまだないときに示します")
  private @Nullable String server;

  @Option(
      names = "--public-server",
      paramLabel = "接続先[:ポート]",
      description = "画面の入り口。書かないときは、登録したもの、または接続先の8443")
  private @Nullable String publicServer;

  @Option(names = "--tell", description = "ログインして、結果を事業所の「はじめての手順」に残します")
  private boolean tell;

  @Override
  public Integer call() {
    ProfileFolder folder = server == null ? common.profileFolder() : common.profileFolderOrNew();
    var noted = folder.noted();
    ServerAddress connector =
        ServerAddress.parse(server == null ? noted.orElseThrow().server() : server);
    ServerAddress door = publicListener(noted.map(Profile::publicServer).orElse(null), connector);
    var diagnosis =
        new SelfDiagnosis(
            connector, door, folder.serverAuthority(), () -> open(folder), common.clock());
    SelfDiagnosis.Result result = diagnosis.run();
    boolean told = tell && tell(result);
    common.output().result(report(connector, door, result, told), lines(result, told));
    return result.exit().code();
  }

  private ServerAddress publicListener(@Nullable String noted, ServerAddress connector) {
    String named = publicServer == null ? noted : publicServer;
    return ServerAddress.parsePublic(named == null ? connector.host() : named);
  }

  private OfficeIdentity open(ProfileFolder folder) {
    Profile noted =
        folder
            .noted()
            .orElseThrow(
                () -> new Trouble(LauncherProblem.NO_PROFILE, "登録を置くフォルダ: " + folder.path()));
    return common.identityOf(folder, noted);
  }

  private boolean tell(SelfDiagnosis.Result result) {
    Map<String, Boolean> checks = new LinkedHashMap<>();
    result.findings().forEach(it -> checks.put(it.check().name(), it.passed()));
    try (Desk desk = common.desk()) {
      desk.exchange().tellDiagnosis(checks);
      return true;
    } catch (Trouble trouble) {
      common.output().progress("結果を残せませんでした。" + trouble.problem().title());
      return false;
    }
  }

  private static Report report(
      ServerAddress connector, ServerAddress door, SelfDiagnosis.Result result, boolean told) {
    List<Line> lines =
        result.findings().stream()
            .map(it -> new Line(it.check().name(), it.passed(), it.found(), it.problem()))
            .toList();
    return new Report(connector.toString(), door.toString(), lines, told);
  }

  private static List<String> lines(SelfDiagnosis.Result result, boolean told) {
    var table = new Table("確かめること", "結果", "わかったこと");
    result
        .findings()
        .forEach(
            it -> table.row(it.check().words(), it.passed() ? "✓ 問題なし" : "✗ 直してください", it.found()));
    var lines = new ArrayList<>(table.lines());
    result.findings().stream()
        .map(Finding::problem)
        .filter(it -> it != null)
        .distinct()
        .forEach(problem -> {
          lines.add("");
          lines.addAll(Output.problemLines(problem));
        });
    if (told) {
      lines.add("結果を、事業所の「はじめての手順」に残しました。");
    }
    return lines;
  }
}
