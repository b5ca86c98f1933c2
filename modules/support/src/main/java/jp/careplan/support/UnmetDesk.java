package jp.careplan.support;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * 答えられなかったこと at the editors' desk: gathered by likeness, and ended one way or another. Every door
 * asks {@link EditingOperator} first. What is shown was masked before it was kept.
 */
public interface UnmetDesk {
  /**
   * @param ended those of which no question waits any more; else those with one that does
   */
  record Filter(Optional<UnmetKind> kind, boolean ended) {}

  /** Behind which group the next ones begin. */
  record Place(long counted, String id) {}

  /**
   * Questions that are alike.
   *
   * @param words of the first one
   * @param about the text that did not help, as {@code FAQ/A-01}; empty: none
   * @param open how many questions nobody ended
   * @param counts how often each kind came up
   */
  record Group(
      String id,
      String words,
      String about,
      int open,
      long counted,
      List<Count> counts,
      Instant first,
      Instant last) {}

  record Count(UnmetKind kind, long counted) {}

  /** The most asked first. */
  record Page(List<Group> items, Optional<Place> next) {}

  /**
   * @param answer the text it was ended with; empty: none
   * @param by who ended it; empty: nobody yet
   */
  record Question(
      String id,
      UnmetKind kind,
      String words,
      long counted,
      Instant last,
      UnmetState state,
      String answer,
      String reason,
      String by) {}

  /**
   * @param questions the most asked first
   */
  record Opened(Group group, List<Question> questions, Optional<Place> next) {}

  /**
   * How a question ends.
   *
   * @param answer the text that is to be found for it, as {@code FAQ/A-01}
   * @param reason why it is ignored
   */
  record Ending(UnmetState how, String answer, String reason) {}

  Page list(Filter filter, Optional<Place> after, int most);

  Opened open(String group, Optional<Place> after, int most);

  /**
   * @param question none: every open one of the group
   */
  void end(String group, Optional<String> question, Ending ending);

  /** Ends it with a new draft, which has its words as title. */
  Editing.Key endWithDraft(String group, Optional<String> question, FaqCategory category);

  /**
   * Takes an ending back, and the test sentences that came of it.
   *
   * @param question none: every ended one of the group
   */
  void reopen(String group, Optional<String> question);
}
