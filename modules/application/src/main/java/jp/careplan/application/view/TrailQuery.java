package jp.careplan.application.view;

import java.util.Map;
import java.util.Optional;
import jp.careplan.application.TrailDesk;
import jp.careplan.application.page.TrailAddress;
import jp.careplan.kernel.AuditReading;
import jp.careplan.kernel.AuditReading.Mark;

/**
 * What the address of the trail's page asks for; what cannot be read is as if it were not there.
 */
public final class TrailQuery {
  private final TrailAddress address;

  private TrailQuery(Map<String, String> parameters) {
    address = new TrailAddress(parameters, "office", "actor", "action", "subject", "from", "until");
  }

  static TrailQuery of(Map<String, String> parameters) {
    return new TrailQuery(parameters);
  }

  public String getOffice() {
    return address.get("office");
  }

  public String getActor() {
    return address.get("actor");
  }

  public String getAction() {
    return address.get("action");
  }

  public String getSubject() {
    return address.get("subject");
  }

  public String getFrom() {
    return address.get("from");
  }

  public String getUntil() {
    return address.get("until");
  }

  TrailDesk.Filter filter() {
    return new TrailDesk.Filter(
        getOffice(),
        getActor(),
        getAction(),
        getSubject(),
        address.day("from"),
        address.day("until"));
  }

  /** The last line of the page before. */
  Optional<Mark> after() {
    return address.after();
  }

  /** The same filter from the beginning. */
  String address() {
    return address.text();
  }

  String address(AuditReading.Line last) {
    return address.text(last);
  }
}
