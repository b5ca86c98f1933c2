package jp.careplan.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.careplan.launcher.errand.UnitResult;
import jp.careplan.launcher.errand.UnitResult.Proof;
import jp.careplan.launcher.text.JapanTime;
import jp.careplan.launcher.trouble.Problem;

/** The results of a send as people read them: a table, then what needs a hand. */
final class SentReport {
  private SentReport() {}

  static List<String> lines(List<UnitResult> results, List<String> passedOver) {
    var table = new Table("結果", "送り先", "種類", "年月", "受付番号・コード", "連番・ファイル");
    results.forEach(result -> table.row(cells(result)));
    var lines = new ArrayList<>(table.lines());
    results.stream().filter(SentReport::needsWords).forEach(it -> lines.addAll(words(it)));
    if (!passedOver.isEmpty()) {
      lines.add("CSVと画像のほかに " + passedOver.size() + "個のファイルがありましたが、送っていません。");
    }
    return lines;
  }

  /** One line while it runs. */
  static String line(UnitResult result) {
    return String.join(" ", cells(result)).strip();
  }

  private static String[] cells(UnitResult result) {
    var unit = result.unit();
    return new String[] {
      outcome(result),
      partner(result),
      Optional.ofNullable(unit.kind()).orElse("–"),
      Optional.ofNullable(unit.serviceMonth()).map(JapanTime::month).orElse("–"),
      number(result),
      Optional.ofNullable(unit.sequence()).orElseGet(() -> String.join("、", unit.files()))
    };
  }

  private static String outcome(UnitResult result) {
    return switch (result.outcome()) {
      case SENT -> "✓ 送りました";
      case ALREADY_SENT -> "✓ 送信済みです";
      case REFUSED -> "✗ 送っていません";
      case FAILED -> "✗ 届いていません";
      case NOT_TRIED -> "– まだです";
    };
  }

  private static String partner(UnitResult result) {
    return Optional.ofNullable(result.receipt())
        .map(Proof::recipientName)
        .or(() -> Optional.ofNullable(result.unit().recipient()))
        .orElse("–");
  }

  private static String number(UnitResult result) {
    return Optional.ofNullable(result.receipt())
        .map(Proof::receiptNumber)
        .or(() -> Optional.ofNullable(result.problem()).map(Problem::code))
        .orElse("–");
  }

  private static boolean needsWords(UnitResult result) {
    return result.problem() != null || !result.findings().isEmpty();
  }

  private static List<String> words(UnitResult result) {
    var lines = new ArrayList<String>();
    lines.add("");
    lines.add("■ " + line(result));
    Optional.ofNullable(result.problem()).map(Output::problemLines).ifPresent(lines::addAll);
    result.findings().forEach(finding -> lines.addAll(Output.findingLines(finding)));
    if (result.overridable()) {
      lines.add("  このまま送るときは「--reason 理由」を付けてください。理由は相手にも見えます。");
    }
    return lines;
  }
}
