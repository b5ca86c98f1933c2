package jp.careplan.support.internal.search;

import java.util.Comparator;
import java.util.List;

/**
 * Titles that hold what somebody has typed so far. The search compares words; what is typed so far
 * ends in the middle of one, and is still kana while it waits to be converted.
 */
public final class Completions {
  private final List<Line> lines;

  private record Line(SearchDocument document, String heard) {}

  private record Found(SearchDocument document, int at, int length) {}

  public Completions(List<SearchDocument> documents) {
    lines =
        documents.stream()
            .map(it -> new Line(it, heard(it.title() + " " + it.keywords())))
            .toList();
  }

  private static String heard(String text) {
    return Folding.sound(Folding.text(text));
  }

  /**
   * Those that hold it earliest, and of these the shortest.
   *
   * @param kind of the documents wanted; empty for all
   */
  public List<SearchDocument> of(String typed, String kind, int most) {
    String wanted = heard(typed);
    return wanted.isEmpty()
        ? List.of()
        : lines.stream()
            .filter(it -> kind.isEmpty() || it.document().kind().equals(kind))
            .map(it -> new Found(it.document(), it.heard().indexOf(wanted), it.heard().length()))
            .filter(it -> it.at() >= 0)
            .sorted(Comparator.comparingInt(Found::at).thenComparingInt(Found::length))
            .limit(most)
            .map(Found::document)
            .toList();
  }
}
