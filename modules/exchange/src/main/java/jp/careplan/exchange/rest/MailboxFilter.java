package jp.careplan.exchange.rest;

import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.Optional;
import jp.careplan.exchange.Mailboxes.Filter;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KernelProblem;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceMonth;
import org.jspecify.annotations.Nullable;

/** What lets items of a mailbox through, as the address says it; lists and tables take the same. */
public class MailboxFilter {
  private static final List<String> STATES = List.of("SENT", "IMPORT_FAILED");
  private static final List<String> KINDS = List.of("plan", "result", "delete", "message");

  @QueryParam("state")
  private @Nullable String state;

  @QueryParam("partner")
  private @Nullable String partner;

  @QueryParam("month")
  private @Nullable String month;

  @QueryParam("kind")
  private @Nullable String kind;

  Filter read() {
    Optional<String> asked = only("state", state, STATES);
    return new Filter(
        asked.filter("SENT"::equals).isPresent(),
        Optional.ofNullable(partner).map(text -> new OfficeNumber(text).value()),
        Optional.ofNullable(month).map(text -> ServiceMonth.parse(text).toString()),
        only("kind", kind, KINDS),
        asked.filter("IMPORT_FAILED"::equals).isPresent());
  }

  private static Optional<String> only(String name, @Nullable String value, List<String> known) {
    if (value != null && !known.contains(value)) {
      throw new DomainException(
          KernelProblem.BAD_REQUEST, name + "に使えるのは" + String.join("、", known) + "です。");
    }
    return Optional.ofNullable(value);
  }
}
