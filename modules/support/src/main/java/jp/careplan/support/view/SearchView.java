package jp.careplan.support.view;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.support.Feedback;
import jp.careplan.support.HelpText;
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

  @Inject private Searching searching;
  @Inject private Feedback feedback;

  private String query = "";
  private Optional<TextKind> kind = Optional.empty();
  private Optional<SearchResult> result = Optional.empty();

  /** A hit as the page shows it; title and snippet are HTML. */
  public record Row(String address, String kind, String title, String snippet) {}

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
    kind = Arrays.stream(TextKind.values()).filter(it -> it.name().equals(wanted)).findFirst();
    if (!query.isEmpty()) {
      result = searching.search(query, kind, MOST);
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
        .map(SearchView::row)
        .toList();
  }

  static Row row(Hit hit) {
    TextKind kind = TextKind.valueOf(hit.kind());
    String name = hit.id().substring(hit.id().indexOf('/') + 1);
    return new Row(
        HelpText.addressOf(kind, name), kind.label(), html(hit.title()), html(hit.snippet()));
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
    for (TextKind it : TextKind.values()) {
      if (result.map(SearchResult::counts).orElseThrow().containsKey(it.name())) {
        boolean current = kind.equals(Optional.of(it));
        facets.add(new Facet(it.label(), address(query, it.name()), current ? "true" : ""));
      }
    }
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
