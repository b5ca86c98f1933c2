package jp.careplan.support;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Test sentences: unmet questions that were ended, and the text that each must find. Every door
 * asks {@link EditingOperator} first.
 */
public interface SearchTesting {
  /** What became of a sentence. */
  enum Verdict {
    /** Its text is among the first three. */
    FOUND,
    /** Its text is to be read, and not among the first three. */
    BROKEN,
    /** Readers do not see its text: a draft, or archived. */
    NOT_SHOWN,
    /** A chat rule answers it. */
    BY_RULE,
    /** This node has no index yet. */
    UNKNOWN
  }

  /**
   * @param expected {@code FAQ/A-01}, or {@code RULE}
   * @param group the group of questions it comes from
   */
  record Sentence(
      String id,
      String sentence,
      String expected,
      String group,
      Instant madeAt,
      String madeBy,
      Verdict verdict) {}

  /** Behind which sentence the next ones begin. */
  record Place(Instant madeAt, String id) {}

  /** The newest first. */
  record Page(List<Sentence> items, Optional<Place> next) {}

  Page list(Optional<Place> after, int most);

  /** The broken ones among the newest. */
  List<Sentence> broken();

  void remove(String id);
}
