package jp.careplan.support;

import java.util.Optional;
import jp.careplan.support.internal.search.SearchResult;

/** Texts are found. */
public interface Searching {
  /**
   * Looks up what somebody typed.
   *
   * @return nothing while this node has no index; texts can be read all the same
   */
  Optional<SearchResult> search(String query, Optional<TextKind> kind, int limit);
}
