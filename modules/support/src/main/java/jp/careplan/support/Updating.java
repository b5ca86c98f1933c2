package jp.careplan.support;

import java.util.Optional;

/**
 * What a new release says otherwise than the house is offered: nothing that a person wrote is
 * written over. Every door asks {@link EditingOperator} first.
 */
public interface Updating {
  /**
   * What the release offers of a text.
   *
   * @param number of its wording; an answer is given to this one and no other
   * @param gone the release ships the text no longer; its last wording is told all the same
   * @param taken the newest version with the words of the release
   * @param former the same with the words that were taken or declined last; none: the house had
   *     written a text of this name before the release did
   */
  record Offer(int number, boolean gone, TextContent taken, Optional<TextContent> former) {}

  /** How many texts wait for an answer. */
  long count();

  Optional<Offer> offer(Editing.Key key);

  /**
   * The words of the release become a draft above version {@code seen}.
   *
   * @return number of the draft
   */
  int take(Editing.Key key, int seen, int number);

  /** The house's own words stay, until the release changes its words once more. */
  void keep(Editing.Key key, int number);
}
