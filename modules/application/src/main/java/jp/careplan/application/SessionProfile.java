package jp.careplan.application;

import java.time.LocalDate;
import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;

/**
 * What a program is told about the office's licence at sign-in. Declared here, answered by a higher
 * module, because the arrows between modules run down.
 */
public interface SessionProfile {
  /**
   * @param state {@code NONE}, {@code RUNNING}, {@code ENDED} or {@code SUSPENDED}
   * @param until last day, where there is one
   */
  record Licence(String state, Optional<LocalDate> until) {}

  Licence licenceOf(OfficeNumber office);
}
