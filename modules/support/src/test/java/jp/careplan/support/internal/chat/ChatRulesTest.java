package jp.careplan.support.internal.chat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import jp.careplan.support.internal.content.ShippedContent;
import org.junit.jupiter.api.Test;

/** Every rule answers what it must and leaves alone what it must not. */
class ChatRulesTest {
  private static final ChatRules RULES = ChatRules.shipped();

  private static String answering(String sentence) {
    return RULES.answering(sentence).map(ChatRule::name).orElse("(none)");
  }

  @Test
  void thereAreSixtyRulesThatSentencesReach() {
    long reached = RULES.all().stream().filter(it -> !it.patterns().isEmpty()).count();

    assertTrue(reached >= 60, () -> reached + " rules");
  }

  @Test
  void everyRuleAnswersItsSentences() {
    List<String> failures = new ArrayList<>();
    for (ChatRule rule : RULES.all()) {
      for (String sentence : rule.must()) {
        if (!answering(sentence).equals(rule.name())) {
          failures.add(sentence + ": " + answering(sentence) + " instead of " + rule.name());
        }
      }
    }

    assertEquals(List.of(), failures);
  }

  @Test
  void noRuleAnswersWhatItMustNot() {
    List<String> failures = new ArrayList<>();
    for (ChatRule rule : RULES.all()) {
      for (String sentence : rule.mustNot()) {
        if (answering(sentence).equals(rule.name())) {
          failures.add(sentence + ": " + rule.name());
        }
      }
    }

    assertEquals(List.of(), failures);
  }

  @Test
  void everyRuleWithPatternsCarriesSentencesOfBothKinds() {
    List<String> silent =
        RULES.all().stream()
            .filter(it -> !it.patterns().isEmpty())
            .filter(it -> it.must().size() < 2 || it.mustNot().isEmpty())
            .map(ChatRule::name)
            .toList();

    assertEquals(List.of(), silent);
  }

  @Test
  void everyRuleHasWordsOrASourceAndEveryButtonLeadsSomewhere() {
    Set<String> targets =
        ShippedContent.read().stream()
            .map(it -> it.kind().toUpperCase(Locale.ROOT) + "/" + it.name())
            .collect(Collectors.toCollection(HashSet::new));
    RULES.all().forEach(it -> targets.add(it.name()));

    List<String> loose = new ArrayList<>();
    for (ChatRule rule : RULES.all()) {
      if (rule.answer().isEmpty() && rule.source().isEmpty()) {
        loose.add(rule.name() + " says nothing");
      }
      if (!rule.source().isEmpty() && !targets.contains(rule.source())) {
        loose.add(rule.name() + " speaks from " + rule.source());
      }
      rule.choices().stream()
          .filter(it -> !targets.contains(it.target()))
          .forEach(it -> loose.add(rule.name() + " leads to " + it.target()));
    }

    assertEquals(List.of(), loose);
  }

  @Test
  void namesAreUnique() {
    Set<String> names = new HashSet<>();

    RULES.all().forEach(it -> assertTrue(names.add(it.name()), it::name));
  }

  @Test
  void medicineAndSinglePeopleAreNeverAnswered() {
    for (String sentence : List.of("糖尿病の薬の飲み方", "利用者の血圧が高いです", "母が認知症で困っています", "褥瘡の処置を教えて")) {
      assertEquals("medicine", answering(sentence));
    }
    assertFalse(RULES.find("medicine").orElseThrow().answer().isEmpty());
  }
}
