package jp.careplan.application;

import java.time.LocalDate;

/** Brings out a new version of the 利用規約. */
public interface TermsPublishing {
  /**
   * A new version.
   *
   * @param text may hold {@code {operator}}, {@code {phone}} and {@code {hours}}
   * @param validFrom today or later
   * @param consentBy not before {@code validFrom}
   */
  record NewTerms(String text, LocalDate validFrom, LocalDate consentBy) {}

  /** Its number. */
  int publish(NewTerms terms, String actor);
}
