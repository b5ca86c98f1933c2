package jp.careplan.support.internal.search;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The part of a long text that holds most of a query, found without taking it apart in words. */
final class Passage {
  private static final int LONG = 4000;
  private static final int LENGTH = 1500;

  private Passage() {}

  static String of(String text, List<Concept> concepts) {
    if (text.length() <= LONG) {
      return text;
    }
    Set<String> asked =
        concepts.stream()
            .flatMap(it -> it.alternatives().stream())
            .flatMap(it -> it.terms().stream())
            .collect(Collectors.toSet());
    String best = "";
    long most = -1;
    for (int from = 0; from < text.length(); from += LENGTH) {
      String passage = text.substring(from, Math.min(text.length(), from + LENGTH));
      String folded = Folding.text(passage);
      long held = asked.stream().filter(folded::contains).count();
      if (held > most) {
        most = held;
        best = passage;
      }
    }
    return best;
  }
}
