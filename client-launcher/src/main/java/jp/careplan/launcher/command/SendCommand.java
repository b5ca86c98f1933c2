package jp.careplan.launcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import jp.careplan.launcher.api.Offer.Destination;
import jp.careplan.launcher.errand.Journal;
import jp.careplan.launcher.errand.Receipts;
import jp.careplan.launcher.errand.Sending;
import jp.careplan.launcher.errand.UnitResult;
import jp.careplan.launcher.trouble.Exit;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import jp.careplan.launcher.unit.Enclosed;
import jp.careplan.launcher.unit.Offered;
import jp.careplan.launcher.unit.OfficeSignature;
import jp.careplan.launcher.unit.SendingUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "send", description = "ファイルやフォルダの中身を送ります。やり直しても、二重には送りません")
final class SendCommand implements Callable<Integer> {
  record Sent(List<UnitResult> results, List<String> passedOver) {}

  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(arity = "0..*", paramLabel = "ファイルやフォルダ", description = "送るファイル、またはそのフォルダ")
  private List<Path> offered = List.of();

  @Option(names = "--reason", paramLabel = "理由", description = "「誤り」が残ったまま送る理由。相手にも見えます")
  private @Nullable String reason;

  @Option(names = "--resend", description = "前に送った同じファイルを、もう一度送ります")
  private boolean again;

  @Option(names = "--message", paramLabel = "本文", description = "一緒に、または単独で送るメッセージ")
  private @Nullable String message;

  @Option(
      names = "--attach",
      paramLabel = "ファイル",
      description = "メッセージの添付（PDF、画像、Officeのファイル）。何度でも書けます")
  private List<Path> attached = List.of();

  @Option(names = "--to", paramLabel = "事業所番号", description = "ファイルなしでメッセージだけを送るときの送り先")
  private @Nullable String recipient;

  @Option(names = "--yes", description = "送り先がいつもと違っても、たずねずに送ります（確かめたことが記録に残ります）")
  private boolean yes;

  @Option(names = "--strict", description = "送り先がいつもと違うときは、たずねずに止めます")
  private boolean strict;

  @Override
  public Integer call() {
    Output output = common.output();
    Optional<Enclosed> enclosed = enclosed();
    if (recipient != null) {
      return alone(recipient, enclosed, output);
    }
    if (offered.isEmpty()) {
      throw new Trouble(LauncherProblem.BAD_USAGE, "足りないものがあります: ファイルやフォルダ");
    }
    var parted = Offered.of(offered);
    if (enclosed.isPresent() && parted.units().size() != 1) {
      throw new Trouble(LauncherProblem.MESSAGE_FOR_ONE, parted.units().size() + "組あります。");
    }
    var results = new ArrayList<>(parted.misfits().stream().map(UnitResult::misfit).toList());
    if (parted.units().isEmpty() && results.isEmpty()) {
      throw new Trouble(LauncherProblem.NOTHING_TO_SEND, "見た場所: " + offered);
    }
    if (!parted.units().isEmpty()) {
      results.addAll(send(parted.units(), enclosed, output));
    }
    var passedOver = parted.passedOver().stream().map(Path::toString).toList();
    output.result(new Sent(results, passedOver), SentReport.lines(results, passedOver));
    return exit(results).code();
  }

  private Optional<Enclosed> enclosed() {
    return message == null && attached.isEmpty()
        ? Optional.empty()
        : Optional.of(Enclosed.of(message == null ? "" : message, attached));
  }

  private int alone(String to, Optional<Enclosed> enclosed, Output output) {
    if (!offered.isEmpty() || enclosed.isEmpty()) {
      throw new Trouble(LauncherProblem.MESSAGE_ALONE, "");
    }
    var results = send(List.of(SendingUnit.message("", to)), enclosed, output);
    output.result(new Sent(results, List.of()), SentReport.lines(results, List.of()));
    return exit(results).code();
  }

  private List<UnitResult> send(
      List<SendingUnit> units, Optional<Enclosed> enclosed, Output output) {
    try (var desk = common.desk()) {
      desk.exchange().session();
      var progress = new Progress(output, units.size());
      return new Sending(
              desk.exchange(),
              new Journal(desk.folder().journal(), common.clock()),
              new Receipts(desk.folder().receipts()),
              new OfficeSignature(desk.identity()))
          .send(units, wish(output, enclosed), progress);
    }
  }

  /** A script is not asked, so that it works as before; a person at a terminal is. */
  private Sending.Wish wish(Output output, Optional<Enclosed> enclosed) {
    Destination destination =
        yes
            ? Destination.CONFIRMED
            : strict || output.canAsk() ? Destination.DOUBTED : Destination.UNSEEN;
    return new Sending.Wish(
        Optional.ofNullable(reason),
        again,
        enclosed,
        destination,
        (unit, doubt) -> !strict && output.asks(doubt, "このまま送りますか"));
  }

  private static Exit exit(List<UnitResult> results) {
    var troubles = results.stream().map(UnitResult::trouble).filter(Objects::nonNull).toList();
    return Verdict.of(results.stream().anyMatch(UnitResult::arrived), troubles);
  }
}
