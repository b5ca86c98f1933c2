package jp.careplan.launcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.careplan.launcher.errand.Begun;
import jp.careplan.launcher.errand.Receipts;
import jp.careplan.launcher.errand.ReceivedUnit;
import jp.careplan.launcher.errand.Receiving;
import jp.careplan.launcher.errand.UnitFolder;
import jp.careplan.launcher.text.JapanTime;
import jp.careplan.launcher.trouble.Problem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "receive", description = "未受信のものを受け取り、フォルダに保存します")
final class ReceiveCommand implements Callable<Integer> {
  record Received(List<ReceivedUnit> results) {}

  @Mixin private CommonOptions common = new CommonOptions();

  @Option(
      names = "--to",
      paramLabel = "フォルダ",
      defaultValue = ".",
      description = "保存するフォルダ（初めは、いまいるフォルダ）")
  private Path target = Path.of(".");

  @Parameters(arity = "0..*", paramLabel = "ID", description = "受け取るもののID。書かないと、未受信のすべて")
  private List<String> ids = List.of();

  @Override
  public Integer call() {
    try (var desk = common.desk()) {
      var receiving =
          new Receiving(
              desk.exchange(),
              new Begun(desk.folder().incoming()),
              new Receipts(desk.folder().receipts()),
              new UnitFolder(target.toAbsolutePath().normalize()));
      List<ReceivedUnit> results =
          ids.isEmpty()
              ? receiving.receiveUnread(this::tell)
              : receiving.receive(new LinkedHashSet<>(ids), this::tell);
      common.output().result(new Received(results), lines(results));
      var troubles = results.stream().map(ReceivedUnit::trouble).filter(Objects::nonNull).toList();
      return Verdict.of(results.stream().anyMatch(ReceivedUnit::arrived), troubles).code();
    }
  }

  private void tell(ReceivedUnit unit) {
    common.output().progress(String.join(" ", cells(unit)));
  }

  private static List<String> lines(List<ReceivedUnit> results) {
    if (results.isEmpty()) {
      return List.of("未受信のものはありません。");
    }
    var table = new Table("結果", "送り主", "年月", "数", "保存先・コード");
    results.forEach(unit -> table.row(cells(unit)));
    var lines = new ArrayList<>(table.lines());
    results.stream()
        .map(ReceivedUnit::problem)
        .filter(Objects::nonNull)
        .forEach(problem -> lines.addAll(Output.problemLines(problem)));
    return lines;
  }

  private static String[] cells(ReceivedUnit unit) {
    return new String[] {
      unit.arrived() ? "✓ 受け取りました" : "✗ 受け取れません",
      Optional.ofNullable(unit.senderName())
          .or(() -> Optional.ofNullable(unit.sender()))
          .orElse("–"),
      Optional.ofNullable(unit.serviceMonth())
          .map(it -> JapanTime.month(it.replace("-", "")))
          .orElse("–"),
      unit.files().size() + "ファイル",
      Optional.ofNullable(unit.folder())
          .or(() -> Optional.ofNullable(unit.problem()).map(Problem::code))
          .orElse("–")
    };
  }
}
