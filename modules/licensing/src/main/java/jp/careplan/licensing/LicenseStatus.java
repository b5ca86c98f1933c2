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
   */
  record Running(LocalDate until) implements LicenseStatus {}

  /**
   * The last licence is over: sending is refused, receiving goes on.
   *
   * @param since last day on which it ran
   */
  record Ended(LocalDate since) implements LicenseStatus {}
}
