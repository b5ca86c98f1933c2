package jp.careplan.support;

import java.time.Instant;
import java.util.List;

/**
 * 同義語: which words may stand for which, as editors change them. Before a change is saved, its
 * effect on the test sentences is looked at. Every door asks {@link EditingOperator} first.
 */
public interface SynonymDesk {
  /** A list that was saved once. */
  record Version(int number, Instant at, String by) {}

  /**
   * @param groups a line each, words parted by {@code |}
   */
  record Listed(Version version, List<String> groups) {}

  /** What is to become of the newest list. */
  sealed interface Change {
    /**
     * @param before the group that is changed; empty: a new one
     * @param after what becomes of it; empty: it goes
     */
    record Group(String before, String after) implements Change {}

    /** An earlier list holds again. */
    record Restore(int number) implements Change {}
  }

  /**
   * A sentence whose text moved; places from 1, 0 where it is not among the first ten.
   *
   * @param worse whether it went down
   */
  record Moved(String sentence, String wanted, int before, int after, boolean worse) {}

  /**
   * What a change does to the test sentences.
   *
   * @param mark which change to which list this tells of; saving asks for it
   * @param left sentences that there was no time for
   */
  record Effect(String mark, int better, int worse, int unchanged, int left, List<Moved> moved) {}

  Listed newest();

  Listed version(int number);

  /** The newest first. */
  List<Version> versions(int most);

  /** Nothing is kept. */
  Effect effect(Change change);

  /**
   * Every node searches by it within seconds.
   *
   * @param mark of the effect that was looked at; {@code SU-136} where it is another by now
   * @param sure whether it may make something worse
   */
  void save(Change change, String mark, boolean sure);
}
