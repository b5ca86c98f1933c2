package jp.careplan.application.view;

import jp.careplan.application.page.ActionWords;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.kernel.AuditReading;

/** An entry of the audit trail as pages show it. */
public final class TrailRow {
  private final AuditReading.Line line;
  private final ActionWords words;
  private final JapaneseTime time;

  TrailRow(AuditReading.Line line, ActionWords words, JapaneseTime time) {
    this.line = line;
    this.words = words;
    this.time = time;
  }

  public String getAt() {
    return time.moment(line.at());
  }

  public String getActor() {
    return line.entry().actor();
  }

  public String getOffice() {
    return line.entry().office();
  }

  public String getAction() {
    return words.of(line.entry().action());
  }

  public String getSubject() {
    return line.entry().subject();
  }

  public String getReason() {
    return line.entry().reason();
  }
}
