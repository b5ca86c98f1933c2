package jp.careplan.exchange.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.exchange.Mailboxes.Filter;
import org.jspecify.annotations.Nullable;

/** The filter of a list, as it stands in the address. */
public final class ListQuery {
  private static final String MONTH = "20[0-9]{2}(0[1-9]|1[0-2])";

  private final String month;
  private final String partner;
  private final String kind;
  private final boolean unreadOnly;
  private final boolean failedOnly;
  private final String cursor;

  private ListQuery(
      String month,
      String partner,
      String kind,
      boolean unreadOnly,
      boolean failedOnly,
      String cursor) {
    this.month = month;
    this.partner = partner;
    this.kind = kind;
    this.unreadOnly = unreadOnly;
    this.failedOnly = failedOnly;
    this.cursor = cursor;
  }

  /** Reads what the address has; what makes no sense there is left out. */
  static ListQuery of(Map<String, String> parameters) {
    String month = text(parameters.get("month"));
    return new ListQuery(
        month.matches(MONTH) ? month : "",
        Normalizer.normalize(text(parameters.get("partner")), Normalizer.Form.NFKC)
            .strip()
            .toUpperCase(Locale.ROOT),
        text(parameters.get("kind")),
        parameters.containsKey("unread"),
        parameters.containsKey("failed"),
        text(parameters.get("cursor")));
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }

  Filter filter() {
    return new Filter(unreadOnly, optional(partner), optional(month), optional(kind), failedOnly);
  }

  Optional<String> start() {
    return optional(cursor);
  }

  private static Optional<String> optional(String value) {
    return Optional.of(value).filter(it -> !it.isEmpty());
  }

  /** The same list from its beginning. */
  String address(String path) {
    return address(path, "");
  }

  /** The same list from another place. */
  String address(String path, String from) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("month", month);
    parts.put("partner", partner);
    parts.put("kind", kind);
    parts.put("unread", unreadOnly ? "1" : "");
    parts.put("failed", failedOnly ? "1" : "");
    parts.put("cursor", from);
    String query =
        parts.entrySet().stream()
            .filter(part -> !part.getValue().isEmpty())
            .map(part -> part.getKey() + "=" + encoded(part.getValue()))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  public boolean isFiltering() {
    return unreadOnly || failedOnly || !month.isEmpty() || !partner.isEmpty() || !kind.isEmpty();
  }

  public boolean isContinued() {
    return !cursor.isEmpty();
  }

  public String getMonth() {
    return month;
  }

  public String getPartner() {
    return partner;
  }

  public String getKind() {
    return kind;
  }

  public boolean isUnreadOnly() {
    return unreadOnly;
  }

  public boolean isFailedOnly() {
    return failedOnly;
  }

  public String getCursor() {
    return cursor;
  }
}
