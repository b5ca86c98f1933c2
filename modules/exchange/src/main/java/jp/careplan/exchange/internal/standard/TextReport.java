package jp.careplan.exchange.internal.standard;

import java.util.List;
import jp.careplan.exchange.Finding;

/** Writes checked units for people. */
final class TextReport {
  private final StringBuilder out = new StringBuilder(1 << 12);

  private TextReport() {}

  static String of(List<FolderUnit> units) {
    var report = new TextReport();
    units.forEach(report::unit);
    long accepted = units.stream().filter(FolderUnit::accepted).count();
    long refused = units.size() - accepted;
    report.line("送信単位 " + units.size() + "件：送れます " + accepted + "件、直しが必要です " + refused + "件");
    return report.out.toString();
  }

  private void unit(FolderUnit unit) {
    var report = unit.report();
    line(unit.accepted() ? "■ 送れます" : "■ 直しが必要です");
    line("　フォルダー　　" + unit.folder());
    line("　ファイル連番　" + report.address().map(UnitAddress::sequence).orElse("（読めません）"));
    line("　送信単位　　　" + report.unit().orElse("（なし）"));
    for (var file : report.files()) {
      line("　　" + file.name() + "　" + file.typeName() + "　" + file.records() + "件");
    }
    report.findings().forEach(this::finding);
    line("");
  }

  private void finding(Finding finding) {
    line("　" + grade(finding) + finding.code() + "　" + finding.file() + place(finding));
    line("　　　　" + finding.message());
    line("　　　　→ " + finding.remedy());
  }

  private static String grade(Finding finding) {
    return switch (finding.severity()) {
      case FATAL -> "［致命的］";
      case ERROR -> "［誤り］";
      case WARNING -> "［注意］";
    };
  }

  private static String place(Finding finding) {
    String line = finding.line() == null ? "" : "　" + finding.line() + "行目";
    return finding.column() == null
        ? line
        : line + "　項目" + finding.column() + "「" + finding.columnName() + "」";
  }

  private void line(String text) {
    out.append(text).append(System.lineSeparator());
  }
}
