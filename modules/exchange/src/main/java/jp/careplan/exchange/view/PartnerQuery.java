package jp.careplan.exchange.view;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is looked for among the partners, as it stands in the address. */
public final class PartnerQuery {
  private static final String PATH = "/office/partners";
  private static final int LONGEST = 100;

  private final String words;
  private final boolean favouritesOnly;
  private final String after;

  private PartnerQuery(String words, boolean favouritesOnly, String after) {
    this.words = words;
    this.favouritesOnly = favouritesOnly;
    this.after = after;
  }

  static PartnerQuery of(Map<String, String> parameters) {
    String words = parameters.getOrDefault("q", "").strip();
    return new PartnerQuery(
        words.substring(0, Math.min(words.length(), LONGEST)),
        parameters.containsKey("favourites"),
        parameters.getOrDefault("after", ""));
  }

  /** Those that match, behind the one that the page before ended with. */
  List<PartnerLine> of(List<PartnerLine> all) {
    List<PartnerLine> found = all.stream().filter(this::matches).toList();
    List<String> numbers = found.stream().map(PartnerLine::getNumber).toList();
    return found.subList(numbers.indexOf(after) + 1, found.size());
  }

  private boolean matches(PartnerLine row) {
    String text = alike(row.getName() + row.getNumber() + row.getNote());
    return (!favouritesOnly || row.isFavourite())
        && Stream.of(words.split("\\s+")).allMatch(word -> text.contains(alike(word)));
  }

  private static String alike(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("\\s", "")
        .toUpperCase(Locale.ROOT);
  }

  String address(String from) {
    return address(PATH, from);
  }

  private String address(String path, String from) {
    String query =
        Stream.of(
                part("q", words),
                part("favourites", favouritesOnly ? "1" : ""),
                part("after", from))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("&"));
    return query.isEmpty() ? path : path + "?" + query;
  }

  private static String part(String name, String value) {
    return value.isEmpty() ? "" : name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  public String getWords() {
    return words;
  }

  public boolean isFavouritesOnly() {
    return favouritesOnly;
  }

  public boolean isFiltering() {
    return favouritesOnly || !words.isEmpty();
  }

  public boolean isContinued() {
    return !after.isEmpty();
  }

  /** Address of the same list as a table for spreadsheets. */
  public String getExport() {
    return address("/office/export/partners", "");
  }
}
