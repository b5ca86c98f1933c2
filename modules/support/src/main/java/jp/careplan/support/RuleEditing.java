package jp.careplan.support;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.support.internal.chat.RuleFinding;
import jp.careplan.support.internal.chat.RuleText;
import jp.careplan.support.internal.chat.RuleTrial;

/**
 * 規則の編集: the chat's rules are changed in a working copy, tried, and published as a whole. Every
 * door asks {@link EditingOperator} first. What is changed is told by the number that the editor
 * saw; {@code SU-121} where somebody saved after it.
 */
public interface RuleEditing {
  /** How a rule stands beside the published one. */
  enum Change {
    NONE,
    NEW,
    CHANGED
  }

  /**
   * Which rules are listed; empty words and topics: any.
   *
   * @param offered only those of which a release says something that nobody answered
   * @param givenUp those first that were given up most often in 90 days
   */
  record Filter(
      String word, String topic, boolean changed, boolean off, boolean offered, boolean givenUp) {}

  /**
   * How often a rule answered, and how often that was not enough.
   *
   * @param person then a person was asked for
   * @param noneOf then: none of these
   * @param unhelpful then: this does not help
   */
  record Usage(long answered, long person, long noneOf, long unhelpful) {
    static final Usage NOTHING = new Usage(0, 0, 0, 0);

    public long givenUp() {
      return person + noneOf + unhelpful;
    }
  }

  /**
   * @param usage of the last days, by how many days: 30 and 90
   */
  record Listed(RuleText rule, Change change, TextOffer offer, Map<Integer, Usage> usage) {}

  /**
   * Some rules in the order in which they answer, or in the one that was asked for.
   *
   * @param next key of the last one, where there are more
   */
  record Page(List<Listed> items, int found, Optional<String> next) {}

  /** Who saved or published, and when. */
  record Saved(int number, Instant at, String by) {}

  /**
   * A rule of the working copy.
   *
   * @param before key of the rule that comes next; empty: it is the last
   * @param published the same as it answers now
   */
  record Opened(RuleText rule, Saved saved, String before, Optional<RuleText> published) {}

  /**
   * A version of the whole.
   *
   * @param again the earlier one that it repeats; 0: none
   */
  record Version(Saved saved, int rules, String note, int again) {}

  /**
   * How the working copy stands.
   *
   * @param seen to be given to {@link #publish}
   * @param live the newest version; none before the first
   * @param removed keys of those that only the published version has
   * @param moved whether the order is another
   */
  record Overview(
      long seen,
      Optional<Version> live,
      int added,
      int changed,
      List<String> removed,
      boolean moved) {
    public boolean same() {
      return added == 0 && changed == 0 && removed.isEmpty() && !moved;
    }
  }

  /**
   * What became of a publication.
   *
   * @param number of the new version; 0: refused
   */
  record Run(int number, RuleTrial.Result result, long millis) {}

  /**
   * What a set answers.
   *
   * @param rule key of the rule; empty: none
   * @param pattern the line of it that fits
   * @param behind keys of rules that would answer if this one did not
   */
  record Side(
      String rule, String label, String pattern, List<Chatting.Line> said, List<String> behind) {}

  /** A question that the search finds. */
  record Candidate(String name, String title, double score) {}

  /**
   * A sentence, as the working copy and the published version answer it.
   *
   * @param candidates what the search finds behind the rules, best first
   * @param sure whether the first of them would be shown alone
   * @param nearest whether they are only near
   */
  record Tried(
      Side draft, Side published, List<Candidate> candidates, boolean sure, boolean nearest) {}

  Page list(Filter filter, Optional<String> after, int most);

  Overview overview();

  Optional<Opened> find(String name);

  /** Keys and labels of all rules in their order. */
  Map<String, String> names();

  /** An answer as it is said, with the operator's values in it. */
  String filled(String answer);

  /** What an unmet question says, masked; empty where there is none of this ID. */
  String unmetWords(String id);

  /**
   * What keeps it from being saved.
   *
   * @param known its key; empty where it is new
   */
  List<RuleFinding> check(String known, RuleText rule);

  /**
   * @param seen 0 where it is new
   * @param before key of the rule before which it is tried; empty: the last
   * @return its number now
   */
  int save(int seen, RuleText rule, String before);

  void turn(String name, int seen, boolean off);

  void remove(String name, int seen);

  /**
   * @param typed stands in the working copy as if it were saved
   * @param before key of the rule that comes next to it
   */
  Tried tryOut(String sentence, Optional<RuleText> typed, String before);

  /** The working copy answers from now on, where it passes. */
  Run publish(long seen, String note);

  /** An earlier version answers again, where it passes; the working copy stays as it is. */
  Run rollBack(int number, int live, String note);

  /** The newest first. */
  List<Version> versions(Optional<Integer> before, int most);

  /** All rules of a version as they are written; {@code SU-143} where there is none. */
  String version(int number);
}
