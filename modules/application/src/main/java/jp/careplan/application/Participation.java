package jp.careplan.application;

import java.time.LocalDate;
import java.util.Optional;

/**
 * From when and until when an office takes part in the exchange.
 *
 * @param since first day; empty: it never joined
 * @param until last day; empty: no end is known
 */
public record Participation(Optional<LocalDate> since, Optional<LocalDate> until) {
  /** Both days included. */
  public boolean runsOn(LocalDate day) {
    return since.isPresent() && until.filter(day::isAfter).isEmpty();
  }
}
