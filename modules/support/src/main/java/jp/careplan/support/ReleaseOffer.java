package jp.careplan.support;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** Where a text or a rule stands to what releases ship of it, and what of it nobody answered. */
@Embeddable
class ReleaseOffer {
  private int shipped;
  private int answered;

  @Enumerated(EnumType.STRING)
  private TextOffer offer = TextOffer.NONE;

  /** The wording that a release brought last; 0: it is the house's own. */
  int shipped() {
    return shipped;
  }

  /** The wording that was taken or declined last. */
  int answered() {
    return answered;
  }

  TextOffer offer() {
    return offer;
  }

  void shipped(int number) {
    shipped = number;
    offer = TextOffer.CHANGED;
  }

  /** A release brings other words. */
  int shippedNext() {
    shipped(Math.max(shipped, answered) + 1);
    return shipped;
  }

  /** A release brings the words of the one before it. */
  void shippedAgain() {
    offer = shipped > answered ? TextOffer.CHANGED : TextOffer.NONE;
  }

  /**
   * The release has no such text or rule.
   *
   * @return whether the one before it had
   */
  boolean shippedNoLonger() {
    boolean lost = shipped > 0 && offer != TextOffer.GONE;
    offer = shipped > 0 ? TextOffer.GONE : TextOffer.NONE;
    return lost;
  }

  /** Taken or declined; what is shipped no longer is the house's own from now on. */
  void answer() {
    answered = Math.max(shipped, answered);
    shipped = offer == TextOffer.GONE ? 0 : shipped;
    offer = TextOffer.NONE;
  }
}
