package jp.careplan.support.internal.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.support.internal.search.Concept.Alternative;
import jp.careplan.support.internal.search.Spelling.Correction;
import jp.careplan.support.internal.search.Synonyms.Synonym;

/**
 * A query taken apart.
 *
 * @param folded the query in one way of writing
 * @param tokens all its words
 * @param suggestion the query as it was perhaps meant
 */
record Question(
    String folded, List<Token> tokens, List<Concept> concepts, Optional<String> suggestion) {
  private static final double CORRECTED = 0.7;
  private static final double SAYS_LITTLE = 0.25;
  private static final int LONGEST_SYNONYM = 5;

  static Question of(String query, SearchLanguage language, Spelling spelling) {
    String folded = Folding.text(query);
    List<Token> tokens = language.tokens(folded);
    Optional<Correction> correction = spelling.correct(tokens);
    List<Concept> concepts = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      int at = i;
      if (token.content() || correction.filter(it -> at == it.first()).isPresent()) {
        concepts.add(concept(tokens, i, language, correction));
      }
    }
    return new Question(
        folded,
        tokens,
        concepts,
        correction.map(it ->
            folded.substring(0, tokens.get(it.first()).start())
                + it.word()
                + folded.substring(tokens.get(it.last()).end())));
  }

  private static Concept concept(
      List<Token> tokens, int at, SearchLanguage language, Optional<Correction> correction) {
    Token token = tokens.get(at);
    List<Alternative> alternatives = new ArrayList<>();
    alternatives.add(new Alternative(List.of(token.term()), 1));
    for (int from = Math.max(0, at - LONGEST_SYNONYM + 1); from <= at; from++) {
      for (int to = at; to < Math.min(tokens.size(), from + LONGEST_SYNONYM); to++) {
        for (Synonym synonym : synonyms(tokens.subList(from, to + 1), language)) {
          add(alternatives, language, synonym.word(), synonym.weight());
        }
      }
    }
    correction
        .filter(it -> it.first() <= at && at <= it.last())
        .ifPresent(it -> add(alternatives, language, it.word(), CORRECTED));
    return new Concept(
        token, alternatives, SearchLanguage.isAsking(token.term()) ? SAYS_LITTLE : 1);
  }

  /**
   * Whether other synonyms leave a query as it is: no words in it that stand together have others.
   */
  static boolean isAlike(String query, SearchLanguage one, SearchLanguage other) {
    List<Token> tokens = one.tokens(Folding.text(query));
    for (int from = 0; from < tokens.size(); from++) {
      for (int to = from; to < Math.min(tokens.size(), from + LONGEST_SYNONYM); to++) {
        List<Token> span = tokens.subList(from, to + 1);
        if (!synonyms(span, one).equals(synonyms(span, other))) {
          return false;
        }
      }
    }
    return true;
  }

  private static void add(
      List<Alternative> alternatives, SearchLanguage language, String word, double weight) {
    List<String> terms = language.content(word).stream().map(Token::term).toList();
    if (!terms.isEmpty() && alternatives.stream().noneMatch(it -> it.terms().equals(terms))) {
      alternatives.add(new Alternative(terms, weight));
    }
  }

  /** The synonyms of words that stand together, as written and with the last in its base form. */
  private static List<Synonym> synonyms(List<Token> span, SearchLanguage language) {
    String before =
        span.subList(0, span.size() - 1).stream().map(Token::surface).collect(Collectors.joining());
    List<Synonym> found = new ArrayList<>();
    for (String last :
        Arrays.asList(span.getLast().surface(), span.getLast().term()).stream()
            .distinct()
            .toList()) {
      found.addAll(language.synonyms().of(before + last));
    }
    return found;
  }
}
