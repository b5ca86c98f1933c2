package jp.careplan.exchange.view;

import java.util.Comparator;
import java.util.List;
import jp.careplan.exchange.Finding;
import jp.careplan.exchange.Severity;

/** A finding as a sentence a person can act on. */
public final class FindingRow {
  private static final Comparator<Finding> WORST_FIRST =
      Comparator.comparing(Finding::severity)
          .thenComparing(Finding::file)
          .thenComparingInt(finding -> finding.line() == null ? 0 : finding.line());

  private final Finding it;

  FindingRow(Finding it) {
    this.it = it;
  }

  static List<FindingRow> worstFirst(List<Finding> findings) {
    return findings.stream().sorted(WORST_FIRST).map(FindingRow::new).toList();
  }

  /** 12行目 見本 花子さん 「サービス開始時刻」; as much of it as is known. */
  public String getPlace() {
    return place(it.sighting().map(Finding.Sighting::person).orElse(""));
  }

  /** The same without the person, for who is not the sender. */
  public String getSpot() {
    return place("");
  }

  private String place(String person) {
    var place = new StringBuilder();
    if (it.line() != null) {
      place.append(it.line()).append("行目 ");
    }
    if (!person.isBlank()) {
      place.append(person).append("さん ");
    }
    if (it.columnName() != null) {
      place.append("「").append(it.columnName()).append("」");
      if (it.column() != null) {
        place.append("（").append(it.column()).append("番目の項目）");
      }
    }
    return place.toString().strip();
  }

  /** The value in the file, on the sender's own page alone; empty where none was seen. */
  public String getValue() {
    return it.sighting().map(Finding.Sighting::value).orElse("");
  }

  public String getFile() {
    return it.file();
  }

  public String getMessage() {
    return it.message();
  }

  public String getRemedy() {
    return it.remedy();
  }

  public String getCode() {
    return it.code();
  }

  public String getGrade() {
    return switch (it.severity()) {
      case FATAL -> "✗ 送れません";
      case ERROR -> "✗ 直してください";
      case WARNING -> "! 確かめてください";
    };
  }

  public String getStyle() {
    return it.severity() == Severity.WARNING ? "warning" : "danger";
  }
}
