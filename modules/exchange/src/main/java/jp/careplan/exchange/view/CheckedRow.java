package jp.careplan.exchange.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.CheckReport;
import jp.careplan.exchange.Finding;
import jp.careplan.exchange.Severity;

/** One unit of a report as the page shows it. */
public final class CheckedRow {
  private final CheckReport.Unit it;
  private final String month;
  private final List<FindingRow> shown;

  private CheckedRow(CheckReport.Unit it, String month, int most) {
    this.it = it;
    this.month = month;
    List<FindingRow> all = FindingRow.worstFirst(it.findings());
    this.shown = all.subList(0, Math.min(all.size(), most));
  }

  /** What is refused stands first; a page holds only so many findings of all together. */
  static List<CheckedRow> worstFirst(List<CheckReport.Unit> units, JapaneseTime time, int most) {
    List<CheckedRow> rows = new ArrayList<>();
    int room = most;
    for (CheckReport.Unit unit :
        units.stream().sorted(Comparator.comparing(CheckReport.Unit::isAccepted)).toList()) {
      var row = new CheckedRow(unit, unit.serviceMonth().map(time::month).orElse("–"), room);
      room -= row.shown.size();
      rows.add(row);
    }
    return rows;
  }

  public String getVerdict() {
    if (!it.isAccepted()) {
      return "✗ 直しが必要です（" + count(true) + "件）";
    }
    long warnings = count(false);
    return warnings == 0 ? "✓ 送れます" : "✓ 送れます（確かめるところ " + warnings + "件）";
  }

  private long count(boolean refusing) {
    return it.findings().stream()
        .map(Finding::severity)
        .filter(severity -> refusing == (severity != Severity.WARNING))
        .count();
  }

  public String getStyle() {
    return it.isAccepted() ? "good" : "bad";
  }

  public String getKind() {
    return it.unit().map(Words::unit).orElse("組になりません");
  }

  public String getUnit() {
    return it.unit().orElse("");
  }

  public String getMonth() {
    return month;
  }

  public String getSequence() {
    return it.sequence().orElse("–");
  }

  public int getPeople() {
    return it.people();
  }

  public String getFolder() {
    return it.folder();
  }

  public List<CheckReport.File> getFiles() {
    return it.files();
  }

  public List<FindingRow> getFindings() {
    return shown;
  }

  public int getMoreFindings() {
    return it.findings().size() - shown.size();
  }
}
