package jp.careplan.application.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import jp.careplan.application.JoinedOffices.Query;

/**
 * What is looked for in the directory, as it stands in the address; what makes no sense is left
 * out.
 */
record DirectoryQuery(String words, String prefecture, String kind, String after, boolean all) {
  private static final int LONGEST = 100;

  /**
   * @param parameters of the address; empty text where there is none
   */
  static DirectoryQuery of(UnaryOperator<String> parameters) {
    String words = Typed.text(parameters.apply("q"));
    String prefecture = Typed.code(parameters.apply("prefecture"));
    String kind = Typed.userId(parameters.apply("kind"));
    String after = Typed.userId(parameters.apply("after"));
    return new DirectoryQuery(
        words.substring(0, Math.min(words.length(), LONGEST)),
        prefecture.matches("[0-9]{2}") ? prefecture : "",
        kind.matches("[0-9A-Z]{2}") ? kind : "",
        after.matches("[0-9A-Z]{10}") ? after : "",
        !parameters.apply("all").isEmpty());
  }

  Query query() {
    return new Query(words, prefecture, kind);
  }

  boolean filters() {
    return !words.isEmpty() || !prefecture.isEmpty() || !kind.isEmpty();
  }

  /** The same list from another place; from its beginning where that is empty. */
  String address(String path, String from) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("q", words);
    parts.put("prefecture", prefecture);
    parts.put("kind", kind);
    parts.put("all", all && !filters() ? "1" : "");
    parts.put("after", from);
    String query =
        parts.entrySet().stream()
            .filter(part -> !part.getValue().isEmpty())
            .map(part ->
                part.getKey() + "=" + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }
}
