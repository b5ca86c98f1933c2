package jp.careplan.support;

import java.util.List;
import java.util.Optional;
import jp.careplan.support.internal.search.SearchResult;

/** Texts are found. */
public interface Searching {
  /**
   * Looks up what somebody typed.
   *
   * @return nothing while this node has no index; texts can be read all the same
   */
  default Optional<SearchResult> search(String query, Optional<TextKind> kind, int limit) {
    return find(query, kind.map(TextKind::name).orElse(""), limit).map(it -> it.without(FILE));
  }

  /** What the words of PDFs are found as. */
  String FILE = "FILE";

  /** The same with what is found in PDFs; an empty kind stands for all. */
  Optional<SearchResult> find(String query, String kind, int limit);

  /** A text that is offered to somebody who is still typing. */
  record Suggestion(TextKind kind, String title, String address) {}

  /**
   * Texts near what somebody is typing: first those whose title holds it, then what the search
   * finds; {@code KE-207} when one source asks faster than anyone types. Nothing of it is kept.
   *
   * @param source where the call comes from
   */
  List<Suggestion> suggest(String typed, Optional<TextKind> kind, int most, String source);
}
