package jp.careplan.exchange.view;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jp.careplan.application.page.ActionWords;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.OfficeTrail;
import jp.careplan.kernel.AuditReading;

/** An entry of an office's trail as its administrators see it. */
public final class OfficeTrailRow {
  private static final Pattern UNIT =
      Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})(?:/.*)?");

  private final AuditReading.Line line;
  private final ActionWords words;
  private final JapaneseTime time;

  OfficeTrailRow(AuditReading.Line line, ActionWords words, JapaneseTime time) {
    this.line = line;
    this.words = words;
    this.time = time;
  }

  static String user(String actor) {
    return actor.equals(OfficeTrail.OTHERS) ? "運営者・この仕組み" : actor;
  }

  public String getAt() {
    return time.moment(line.at());
  }

  public String getUser() {
    return user(line.entry().actor());
  }

  public String getAction() {
    return words.of(line.entry().action());
  }

  public String getSubject() {
    String subject = line.entry().subject();
    return subject.isEmpty() ? "–" : subject;
  }

  /** The page of the transmission that it is about; empty where it is about something else. */
  public String getAddress() {
    Matcher unit = UNIT.matcher(line.entry().subject());
    boolean exchange =
        TrailGroup.of(line.entry().action()) != TrailGroup.OTHER
            && TrailGroup.of(line.entry().action()) != TrailGroup.SIGNED_IN;
    return exchange && unit.matches() ? "/office/transmission?id=" + unit.group(1) : "";
  }
}
