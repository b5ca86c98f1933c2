package jp.careplan.exchange.view;

import java.util.Map;
import java.util.Optional;
import jp.careplan.application.page.TrailAddress;
import jp.careplan.exchange.OfficeTrail;
import jp.careplan.kernel.AuditReading;
import jp.careplan.kernel.AuditReading.Mark;

/** What the address asks for; what cannot be read is as if it were not there. */
public final class OfficeTrailQuery {
  private final TrailAddress address;

  private OfficeTrailQuery(Map<String, String> parameters) {
    address = new TrailAddress(parameters, "user", "action", "from", "until");
  }

  static OfficeTrailQuery of(Map<String, String> parameters) {
    return new OfficeTrailQuery(parameters);
  }

  public String getUser() {
    return address.get("user");
  }

  public String getAction() {
    return address.get("action");
  }

  public String getFrom() {
    return address.get("from");
  }

  public String getUntil() {
    return address.get("until");
  }

  OfficeTrail.Filter filter() {
    return new OfficeTrail.Filter(
        getUser(), getAction(), address.day("from"), address.day("until"));
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
