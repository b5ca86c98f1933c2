package jp.careplan.exchange.view;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.exchange.OfficeTrail;
import jp.careplan.kernel.AuditReading;
import jp.careplan.kernel.AuditReading.Mark;

/** What the address asks for; what cannot be read is as if it were not there. */
public final class OfficeTrailQuery {
  private final Map<String, String> parameters;

  private OfficeTrailQuery(Map<String, String> parameters) {
    this.parameters = parameters;
  }

  static OfficeTrailQuery of(Map<String, String> parameters) {
    return new OfficeTrailQuery(parameters);
  }

  private String get(String name) {
    return Normalizer.normalize(parameters.getOrDefault(name, ""), Normalizer.Form.NFKC).strip();
  }

  public String getUser() {
    return get("user");
  }

  public String getAction() {
    return get("action");
  }

  public String getFrom() {
    return get("from");
  }

  public String getUntil() {
    return get("until");
  }

  OfficeTrail.Filter filter() {
    return new OfficeTrail.Filter(getUser(), getAction(), day(getFrom()), day(getUntil()));
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The last line of the page before. */
  Optional<Mark> after() {
    try {
      String at = get("at");
      return at.isEmpty() ? Optional.empty() : Optional.of(new Mark(Instant.parse(at), get("id")));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The same filter from the beginning. */
  String address() {
    Map<String, String> filter = new LinkedHashMap<>();
    filter.put("user", getUser());
    filter.put("action", getAction());
    filter.put("from", getFrom());
    filter.put("until", getUntil());
    return encoded(filter);
  }

  String address(AuditReading.Line last) {
    return address() + "&" + encoded(Map.of("at", last.at().toString(), "id", last.id()));
  }

  private static String encoded(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
