package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.support.RuleEditing.Candidate;
import jp.careplan.support.RuleEditing.Side;
import jp.careplan.support.RuleEditing.Tried;
import jp.careplan.support.internal.chat.ChatRules;
import jp.careplan.support.internal.chat.ChatRules.Fit;
import jp.careplan.support.internal.search.SearchResult;
import jp.careplan.support.internal.search.SearchResult.Hit;
import jp.careplan.support.internal.search.SearchResult.Piece;

/** What two sets of rules answer to a sentence, and why. Nothing of it is kept. */
@ApplicationScoped
class RuleTryOut {
  private static final int CANDIDATES = 3;
  private static final int LONGEST = 200;

  @Inject private ChatMind mind;
  @Inject private Searching searching;

  Tried of(String typed, ChatRules draft, ChatRules published) {
    String sentence = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
    Optional<SearchResult> found =
        searching.search(sentence, Optional.of(TextKind.FAQ), CANDIDATES);
    return new Tried(
        side(draft, sentence),
        side(published, sentence),
        found.stream()
            .flatMap(it -> it.hits().stream())
            .limit(CANDIDATES)
            .map(RuleTryOut::candidate)
            .toList(),
        found.filter(SearchResult::confident).isPresent(),
        found.filter(SearchResult::nearestOnly).isPresent());
  }

  private Side side(ChatRules rules, String sentence) {
    List<Fit> fits = rules.fitting(sentence);
    if (fits.isEmpty()) {
      return new Side("", "", "", List.of(), List.of());
    }
    Fit first = fits.getFirst();
    return new Side(
        first.rule().name(),
        first.rule().label(),
        first.pattern(),
        List.of(mind.line(first.rule())),
        fits.stream().skip(1).map(it -> it.rule().name()).toList());
  }

  private static Candidate candidate(Hit hit) {
    return new Candidate(
        hit.id(), hit.title().stream().map(Piece::text).collect(Collectors.joining()), hit.score());
  }
}
