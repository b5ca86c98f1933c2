package jp.careplan.exchange.view;

import java.util.Map;
import java.util.Optional;
import jp.careplan.application.page.ActionWords;
import jp.careplan.application.page.JapaneseTime;
import jp.careplan.exchange.OfficeTrail;
import jp.careplan.kernel.AuditReading;

/** An entry of an office's trail as its administrators see it. */
public final class OfficeTrailRow {
  private final AuditReading.Line line;
  private final ActionWords words;
  private final JapaneseTime time;
  private final Optional<String> receiptNumber;

  /**
   * @param numbers receipt numbers of transmissions, by the subject of the entry
   */
  OfficeTrailRow(
      AuditReading.Line line, Map<String, String> numbers, ActionWords words, JapaneseTime time) {
    this.line = line;
    this.receiptNumber = Optional.ofNullable(numbers.get(line.entry().subject()));
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

  /** What programs know it by. */
  String subject() {
    return line.entry().subject();
  }

  /** The receipt number; empty where it is about no transmission. */
  String number() {
    return receiptNumber.orElse("");
  }

  /** The receipt number and who in it, or whatever else it is about. */
  public String getSubject() {
    String subject = line.entry().subject();
    String place = subject.substring(subject.indexOf('/') + 1);
    return receiptNumber
        .map(it -> "受付番号 " + it + (subject.contains("/") ? placed(place) : ""))
        .orElse(subject.isEmpty() ? "–" : subject);
  }

  private static String placed(String place) {
    return place.matches("[0-9]+") ? "の" + place + "人目" : "";
  }

  /** The page of the transmission that it is about; empty where it is about something else. */
  public String getAddress() {
    String id = line.entry().subject().split("/", 2)[0];
    return receiptNumber.map(it -> "/office/transmission?id=" + id).orElse("");
  }
}
