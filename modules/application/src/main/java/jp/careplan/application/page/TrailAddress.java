package jp.careplan.application.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.kernel.AuditReading.Line;
import jp.careplan.kernel.AuditReading.Mark;

/**
 * What the address of a page of the trail asks for: a filter, and where the page begins. What
 * cannot be read is as if it were not there.
 */
public final class TrailAddress {
  private final Map<String, String> parameters;
  private final List<String> filter;

  /**
   * @param filter names of its parameters, in the order in which addresses have them
   */
  public TrailAddress(Map<String, String> parameters, String... filter) {
    this.parameters = parameters;
    this.filter = List.of(filter);
  }

  public String get(String name) {
    return Normalizer.normalize(parameters.getOrDefault(name, ""), Normalizer.Form.NFKC).strip();
  }

  public Optional<LocalDate> day(String name) {
    String text = get(name);
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The last line of the page before. */
  public Optional<Mark> after() {
    try {
      String at = get("at");
      return at.isEmpty() ? Optional.empty() : Optional.of(new Mark(Instant.parse(at), get("id")));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The same filter from the beginning. */
  public String text() {
    Map<String, String> values = new LinkedHashMap<>();
    filter.forEach(name -> values.put(name, get(name)));
    return encoded(values);
  }

  /** The same filter behind a line. */
  public String text(Line last) {
    return text() + "&" + encoded(Map.of("at", last.at().toString(), "id", last.id()));
  }

  private static String encoded(Map<String, String> values) {
    return values.entrySet().stream()
        .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }
}
