package jp.careplan.application;

import java.time.LocalDate;
import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;

/**
 * What is told about the office's licence at sign-in and in mails. Declared here, answered by a
 * higher module, because the arrows between modules run down.
 */
public interface SessionProfile {
  /**
   * @param state {@code NONE}, {@code RUNNING}, {@code ENDED} or {@code SUSPENDED}
   * @param until last day, where there is one
   */
  record Licence(String state, Optional<LocalDate> until) {}

  /** Both days included. */
  record Period(LocalDate from, LocalDate until) {}

  Licence licenceOf(OfficeNumber office);

  /** The period granted last, also where that is not committed yet. */
  Optional<Period> lastPeriodOf(OfficeNumber office);
}
