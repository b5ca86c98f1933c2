package jp.careplan.application.view;

import java.util.Map;
import jp.careplan.application.page.ActionWords;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.kernel.AuditReading;

/** An entry of the audit trail as pages show it. */
public final class TrailRow {
  private final AuditReading.Line line;
  private final ActionWords words;
  private final JapaneseTime time;

  private final String name;

  /**
   * @param names of what entries are about, by the subject
   */
  TrailRow(
      AuditReading.Line line, Map<String, String> names, ActionWords words, JapaneseTime time) {
    this.line = line;
    this.name = names.getOrDefault(line.entry().subject(), "");
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

  /** The receipt number of a transmission; empty where it is about something else. */
  public String getName() {
    return name;
  }

  public String getReason() {
    return line.entry().reason();
  }
}
