package jp.careplan.support.internal.search;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a sentence is about, so that likes can be gathered. */
public final class Likeness {
  private static final int MOST = 12;

  private Likeness() {}

  /** Its words in their base forms, without those by which one merely asks. */
  public static Set<String> words(String sentence, SearchLanguage language) {
    return language.content(Folding.text(sentence)).stream()
        .map(Token::term)
        .filter(it -> !SearchLanguage.isAsking(it))
        .limit(MOST)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
