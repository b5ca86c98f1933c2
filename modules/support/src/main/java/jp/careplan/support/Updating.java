package jp.careplan.support;

import java.util.Optional;

/**
 * What a new release says otherwise than the house is offered: nothing that a person wrote is
 * written over. Every door asks {@link EditingOperator} first.
 *
 * @param <K> what a text or a rule is told by
 * @param <T> what it says
 */
public interface Updating<K, T> {
  /**
   * What the release offers of one.
   *
   * @param number of its wording; an answer is given to this one and no other
   * @param gone the release ships it no longer; its last wording is told all the same
   * @param taken the newest version with the words of the release
   * @param former the same with the words that were taken or declined last; none: the house had
   *     written one of this name before the release did
   */
  record Offer<T>(int number, boolean gone, T taken, Optional<T> former) {}

  /** How many wait for an answer. */
  long count();

  Optional<Offer<T>> offer(K key);

  /**
   * The words of the release become a draft above version {@code seen}.
   *
   * @return number of the draft
   */
  int take(K key, int seen, int number);

  /** The house's own words stay, until the release changes its words once more. */
  void keep(K key, int number);
}
