package jp.careplan.licensing;

import java.time.LocalDate;

/** Where an office's licence stands today. */
public sealed interface LicenseStatus {
  /** No licence was ever granted. */
  record None() implements LicenseStatus {}

  /**
   * Sending is allowed.
   *
   * @param until last day, included
   * @param free whether nothing is charged for this period
   */
  record Running(LocalDate until, boolean free) implements LicenseStatus {}

  /**
   * The last licence is over: sending is refused, receiving goes on.
   *
   * @param since last day on which it ran
   */
  record Ended(LocalDate since) implements LicenseStatus {}

  /**
   * The operator stopped it: sending is refused, receiving goes on.
   *
   * @param since first day on which it was stopped
   */
  record Suspended(LocalDate since) implements LicenseStatus {}
}
