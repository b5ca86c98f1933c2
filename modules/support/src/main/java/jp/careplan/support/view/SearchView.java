package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.careplan.support.Feedback;
import jp.careplan.support.HelpText;
import jp.careplan.support.Reading;
import jp.careplan.support.Searching;
import jp.careplan.support.TextKind;
import jp.careplan.support.internal.search.SearchResult;
import jp.careplan.support.internal.search.SearchResult.Hit;
import jp.careplan.support.internal.search.SearchResult.Piece;

/** What was searched for and found. */
@Named("helpSearch")
@RequestScoped
public class SearchView {
  private static final int MOST = 20;
  private static final int NEAREST = 3;
  private static final int LONGEST = 200;
  private static final String FILE_LABEL = "資料（PDF）";

  @Inject private Searching searching;
  @Inject private Reading reading;
  @Inject private Feedback feedback;

  private String query = "";
  private String kind = "";
  private Optional<SearchResult> result = Optional.empty();

  /**
   * A hit as the page shows it; title and snippet are HTML.
   *
   * @param textAddress of the text that a file hangs on, else empty
   */
  public record Row(
      String address,
      String kind,
      String title,
      String snippet,
      String textAddress,
      String textTitle) {}

  /**
   * A way to see one kind alone.
   *
   * @param current what {@code aria-current} says; nothing where it is another
   */
  public record Facet(String label, String address, String current) {}

  @PostConstruct
  void search() {
    String asked = HelpView.asked("q");
    query = asked.length() > LONGEST ? asked.substring(0, LONGEST) : asked;
    String wanted = HelpView.asked("kind");
    kind = labels().containsKey(wanted) ? wanted : "";
    if (!query.isEmpty()) {
      result = searching.find(query, kind, MOST);
      if (isNearestOnly()) {
        feedback.nothingFound(query, Visit.source());
      }
    }
  }

  public String getQuery() {
    return query;
  }

  public boolean isAsked() {
    return !query.isEmpty();
  }

  /** Whether this node can search at all. */
  public boolean isReady() {
    return result.isPresent();
  }

  public boolean isNearestOnly() {
    return result.map(SearchResult::nearestOnly).orElse(false);
  }

  public boolean isConfident() {
    return result.map(SearchResult::confident).orElse(false);
  }

  public List<Row> getRows() {
    int most = isNearestOnly() ? NEAREST : MOST;
    return result.map(SearchResult::hits).orElse(List.of()).stream()
        .limit(most)
        .flatMap(it -> it.kind().equals(Searching.FILE) ? file(it).stream() : Stream.of(row(it)))
        .toList();
  }

  /** None where its text was withdrawn since this index was built. */
  private Optional<Row> file(Hit hit) {
    String id = hit.id().substring(hit.id().indexOf('/') + 1);
    return Arrays.stream(TextKind.values())
        .flatMap(it -> reading.all(it).stream())
        .flatMap(text ->
            text.files().stream()
                .filter(it -> it.id().equals(id))
                .map(it ->
                    new Row(
                        it.address(),
                        FILE_LABEL + " " + it.size(),
                        html(hit.title()),
                        html(hit.snippet()),
                        text.address(),
                        text.title())))
        .findFirst();
  }

  /** What results can be narrowed to, in the order of the page. */
  private static Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    Arrays.stream(TextKind.values()).forEach(it -> labels.put(it.name(), it.label()));
    labels.put(Searching.FILE, FILE_LABEL);
    return labels;
  }

  static Row row(Hit hit) {
    TextKind kind = TextKind.valueOf(hit.kind());
    String name = hit.id().substring(hit.id().indexOf('/') + 1);
    return new Row(
        HelpText.addressOf(kind, name),
        kind.label(),
        html(hit.title()),
        html(hit.snippet()),
        "",
        "");
  }

  private static String html(List<Piece> pieces) {
    return pieces.stream()
        .map(it -> it.marked() ? "<mark>" + escaped(it.text()) + "</mark>" : escaped(it.text()))
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Every kind of which something was found. */
  public List<Facet> getFacets() {
    List<Facet> facets = new ArrayList<>();
    if (isNearestOnly() || !isReady()) {
      return facets;
    }
    facets.add(new Facet("すべて", address(query, ""), kind.isEmpty() ? "true" : ""));
    Map<String, Integer> counts = result.map(SearchResult::counts).orElseThrow();
    labels()
        .forEach((name, label) -> {
          if (counts.containsKey(name)) {
            facets.add(new Facet(label, address(query, name), kind.equals(name) ? "true" : ""));
          }
        });
    return facets;
  }

  /** The query as it was perhaps meant; empty where it was right. */
  public String getSuggestion() {
    return result.flatMap(SearchResult::suggestion).orElse("");
  }

  public String getSuggestionAddress() {
    return address(getSuggestion(), "");
  }

  /** The form, with what was looked for as its subject. */
  public String getInquiryAddress() {
    return query.isEmpty()
        ? "/support/inquiry"
        : "/support/inquiry?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
  }

  private static String address(String query, String kind) {
    return "/support/search?q="
        + URLEncoder.encode(query, StandardCharsets.UTF_8)
        + (kind.isEmpty() ? "" : "&kind=" + kind);
  }
}
