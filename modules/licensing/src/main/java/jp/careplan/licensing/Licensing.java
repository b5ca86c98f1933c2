package jp.careplan.licensing;

import java.time.LocalDate;
import jp.careplan.kernel.OfficeNumber;

/** Grants licences. Repeating a call with the same first day changes nothing. */
public interface Licensing {
  /**
   * @param from first day
   * @param until last day, included
   */
  void grant(OfficeNumber office, LocalDate from, LocalDate until);
}
