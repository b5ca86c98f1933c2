package jp.careplan.exchange;

/** Whether somebody looked at an unusual destination before the unit goes there. */
public enum Confirmation {
  /** A program sends, which nobody can ask: nothing is stopped. */
  NOT_ASKED,
  /** Somebody is there to be asked: an unusual destination stops the unit. */
  ASKED,
  /** Somebody was asked and says that the destination is right; it stands in the trail. */
  GIVEN
}
