package jp.careplan.support.internal.search;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was found.
 *
 * @param hits best first
 * @param counts of each kind, whatever kind was asked for
 * @param suggestion another spelling of the query that fits the words of the documents (もしかして)
 * @param confident whether the first hit alone may be shown as the answer
 * @param nearestOnly nothing holds what the query asks for; the hits are only the nearest
 */
public record SearchResult(
    List<Hit> hits,
    Map<String, Integer> counts,
    Optional<String> suggestion,
    boolean confident,
    boolean nearestOnly) {
  static final SearchResult NOTHING =
      new SearchResult(List.of(), Map.of(), Optional.empty(), false, true);

  /** The same without hits of a kind. */
  public SearchResult without(String kind) {
    return new SearchResult(
        hits.stream().filter(it -> !it.kind().equals(kind)).toList(),
        counts,
        suggestion,
        confident,
        nearestOnly);
  }

  /** One document. */
  public record Hit(String id, String kind, double score, List<Piece> title, List<Piece> snippet) {}

  /**
   * A piece of text.
   *
   * @param marked whether the query asked for it
   */
  public record Piece(String text, boolean marked) {}
}
