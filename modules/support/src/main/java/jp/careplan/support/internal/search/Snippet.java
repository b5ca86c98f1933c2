package jp.careplan.support.internal.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jp.careplan.support.internal.search.SearchResult.Piece;

/** The part of a text that says most about a query, with the query's words marked. */
final class Snippet {
  private static final int LENGTH = 110;

  private final String text;
  private final List<Token> marked;

  private Snippet(String text, List<Token> marked) {
    this.text = text;
    this.marked = marked;
  }

  static Snippet of(SearchLanguage language, String text, List<Concept> concepts) {
    Set<String> asked =
        concepts.stream()
            .flatMap(it -> it.alternatives().stream())
            .flatMap(it -> it.terms().stream())
            .filter(it -> !SearchLanguage.isAsking(it))
            .collect(Collectors.toSet());
    return new Snippet(
        text, language.content(text).stream().filter(it -> asked.contains(it.term())).toList());
  }

  /** All of the text. */
  List<Piece> whole() {
    return pieces(0, text.length());
  }

  /** The best part, from the beginning of a sentence where one is near. */
  List<Piece> best() {
    int from = 0;
    long most = -1;
    for (int start : starts()) {
      long words =
          marked.stream()
              .filter(it -> it.start() >= start && it.end() <= start + LENGTH)
              .map(Token::term)
              .distinct()
              .count();
      if (words > most) {
        most = words;
        from = start;
      }
    }
    int to = Math.min(text.length(), from + LENGTH);
    List<Piece> pieces = new ArrayList<>(pieces(from, to));
    if (from > 0) {
      pieces.addFirst(new Piece("…", false));
    }
    if (to < text.length()) {
      pieces.add(new Piece("…", false));
    }
    return pieces;
  }

  private List<Integer> starts() {
    List<Integer> starts = new ArrayList<>();
    starts.add(0);
    for (int i = 1; i < text.length(); i++) {
      if ("。\n？".indexOf(text.charAt(i - 1)) >= 0) {
        starts.add(i);
      }
    }
    return starts;
  }

  private List<Piece> pieces(int from, int to) {
    List<Piece> pieces = new ArrayList<>();
    int at = from;
    for (Token token : marked) {
      if (token.start() >= at && token.end() <= to) {
        if (token.start() > at) {
          pieces.add(new Piece(text.substring(at, token.start()), false));
        }
        pieces.add(new Piece(text.substring(token.start(), token.end()), true));
        at = token.end();
      }
    }
    if (at < to) {
      pieces.add(new Piece(text.substring(at, to), false));
    }
    return pieces;
  }
}
