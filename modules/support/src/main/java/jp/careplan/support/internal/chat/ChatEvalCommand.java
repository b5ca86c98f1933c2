package jp.careplan.support.internal.chat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.support.internal.search.SearchEvalCommand;
import jp.careplan.support.internal.search.SearchEvalCommand.Answered;

/**
 * Measures what the chat does with the first sentence of a talk, over a folder as the search's own
 * evaluation takes it: what a rule says, else what the search is sure of, else up to three to
 * choose from, else a person.
 */
public final class ChatEvalCommand {
  private static final int OFFERED = 3;

  private ChatEvalCommand() {}

  private enum Outcome {
    RULE_RIGHT,
    RULE_WRONG,
    RULE_MENU,
    ANSWER_RIGHT,
    ANSWER_WRONG,
    OFFER_RIGHT,
    OFFER_WRONG,
    HANDED_OVER
  }

  /** Argument: the folder with {@code queries.tsv}. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      System.err.println("chat-eval FOLDER [--wrong]");
      System.exit(2);
    }
    List<Answered> all = SearchEvalCommand.ask(Path.of(arguments[0]));
    List<Answered> inScope = all.stream().filter(it -> !it.wanted().isEmpty()).toList();
    report("", inScope);
    report("out-of-scope-", all.stream().filter(it -> it.wanted().isEmpty()).toList());
    if (arguments.length > 1) {
      System.out.println("# wrong: outcome, sentence, wanted, shown");
      all.stream()
          .filter(it -> outcome(it).name().endsWith("WRONG"))
          .forEach(it ->
              System.out.println(
                  outcome(it) + "\t" + it.asked().query() + "\t" + it.wanted() + "\t" + shown(it)));
    }
  }

  private static void report(String scope, List<Answered> asked) {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    asked.forEach(it -> counts.merge(outcome(it), 1, Integer::sum));
    System.out.println(scope + "sentences " + asked.size());
    for (Outcome outcome : Outcome.values()) {
      System.out.println(
          scope
              + outcome.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
              + " "
              + counts.getOrDefault(outcome, 0));
    }
  }

  private static Outcome outcome(Answered it) {
    Optional<ChatRule> rule = Rules.ALL.answering(it.asked().query());
    if (rule.isPresent()) {
      if (rule.get().source().isEmpty()) {
        return Outcome.RULE_MENU; // words of its own and buttons: nothing to hold it against
      }
      return isWanted(it, List.of(idOf(rule.get()))) ? Outcome.RULE_RIGHT : Outcome.RULE_WRONG;
    }
    if (it.nothing() || it.found().isEmpty()) {
      return Outcome.HANDED_OVER;
    }
    if (it.confident()) {
      return isWanted(it, it.found().subList(0, 1)) ? Outcome.ANSWER_RIGHT : Outcome.ANSWER_WRONG;
    }
    return isWanted(it, offered(it)) ? Outcome.OFFER_RIGHT : Outcome.OFFER_WRONG;
  }

  private static boolean isWanted(Answered it, List<String> ids) {
    return ids.stream().anyMatch(it.wanted()::contains);
  }

  private static List<String> offered(Answered it) {
    return it.found().stream().limit(OFFERED).toList();
  }

  private static String shown(Answered it) {
    return Rules.ALL
        .answering(it.asked().query())
        .map(rule -> rule.name() + " " + rule.source())
        .orElseGet(() -> offered(it).toString());
  }

  /** {@code FAQ/C-28} is the question {@code C-28}. */
  private static String idOf(ChatRule rule) {
    return rule.source().substring(rule.source().indexOf('/') + 1);
  }

  private static final class Rules {
    static final ChatRules ALL = ChatRules.shipped();
  }
}
