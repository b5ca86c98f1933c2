package jp.careplan.support.internal.search;

import java.util.List;
import java.util.Set;

/**
 * One thing a query asks for, and the words that may stand for it.
 *
 * @param token the word of the query
 * @param weight how much it says
 */
record Concept(Token token, List<Alternative> alternatives, double weight) {
  /** Words that must stand together; the query's own has weight 1. */
  record Alternative(List<String> terms, double weight) {}

  Concept weighing(double other) {
    return new Concept(token, alternatives, other);
  }

  /** How well words hold this: 1 as it was typed, less by another word, 0 not at all. */
  double in(Set<String> words) {
    return alternatives.stream()
        .filter(it -> words.containsAll(it.terms()))
        .mapToDouble(Alternative::weight)
        .max()
        .orElse(0);
  }
}
