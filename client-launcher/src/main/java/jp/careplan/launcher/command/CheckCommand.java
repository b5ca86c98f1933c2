package jp.careplan.launcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import jp.careplan.launcher.api.CheckedUnit;
import jp.careplan.launcher.api.Exchange;
import jp.careplan.launcher.api.Finding;
import jp.careplan.launcher.trouble.Exit;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import jp.careplan.launcher.unit.Offered;
import jp.careplan.launcher.unit.SendingUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "check", description = "送らずに、送れる内容かどうかを確かめます")
final class CheckCommand implements Callable<Integer> {
  record Checked(
      String folder,
      @Nullable String sequence,
      @Nullable String unit,
      String verdict,
      @Nullable String recipient,
      @Nullable String recipientName,
      List<Finding> findings) {
    boolean accepted() {
      return verdict.equals("accepted");
    }
  }

  record Answer(List<Checked> units) {}

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(arity = "1..*", paramLabel = "ファイルやフォルダ", description = "確かめるファイル、またはそのフォルダ")
  private List<Path> offered = List.of();

  @Override
  public Integer call() {
    var parted = Offered.of(offered);
    if (parted.units().isEmpty() && parted.misfits().isEmpty()) {
      throw new Trouble(LauncherProblem.NOTHING_TO_SEND, "見た場所: " + offered);
    }
    var all = new ArrayList<>(parted.misfits().stream().map(CheckCommand::misfit).toList());
    if (!parted.units().isEmpty()) {
      all.addAll(check(parted.units()));
    }
    common.output().result(new Answer(all), lines(all));
    return (all.stream().allMatch(Checked::accepted) ? Exit.DONE : Exit.REFUSED).code();
  }

  private List<Checked> check(List<SendingUnit> units) {
    try (var desk = common.desk()) {
      desk.exchange().session();
      var progress = new Progress(common.output(), units.size());
      return units.stream()
          .flatMap(unit -> {
            progress.begins("確かめています… " + unit.label() + " " + unit.sequence());
            return check(desk.exchange(), unit);
          })
          .toList();
    }
  }

  /** A request a unit: the server sees names only and would mix folders. */
  private static Stream<Checked> check(Exchange exchange, SendingUnit unit) {
    return exchange.check(unit.files()).stream().map(each -> checked(unit, each));
  }

  private static Checked checked(SendingUnit unit, CheckedUnit answer) {
    return new Checked(
        unit.folder().toString(),
        answer.sequence(),
        answer.unit(),
        answer.verdict(),
        answer.recipient(),
        answer.recipientName(),
        answer.findings());
  }

  private static Checked misfit(Path file) {
    var why = LauncherProblem.NAME_FITS_NOTHING;
    String name = String.valueOf(file.getFileName());
    var finding =
        new Finding(name, null, null, null, why.code(), "fatal", why.title(), why.remedy());
    return new Checked(
        String.valueOf(file.getParent()), null, null, "refused", null, null, List.of(finding));
  }

  private static List<String> lines(List<Checked> all) {
    var lines = new ArrayList<String>();
    for (Checked each : all) {
      lines.add(heading(each));
      each.findings().forEach(finding -> lines.addAll(Output.findingLines(finding)));
    }
    return lines;
  }

  private static String heading(Checked each) {
    String partner = each.recipientName() == null ? each.recipient() : each.recipientName();
    String verdict = each.accepted() ? "✓ 送れます" : "✗ このままでは送れません";
    return Stream.of(verdict, partner, each.sequence())
        .filter(java.util.Objects::nonNull)
        .reduce((one, other) -> one + "  " + other)
        .orElse(verdict);
  }
}
