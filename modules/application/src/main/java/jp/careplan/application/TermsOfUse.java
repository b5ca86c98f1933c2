package jp.careplan.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;

/** 利用規約, and who agreed to it. */
public interface TermsOfUse {
  /**
   * One version (版).
   *
   * @param consentBy last day on which an office may send without having agreed
   * @param text with the operator's name in its places
   */
  record Edition(int number, LocalDate validFrom, LocalDate consentBy, String text) {}

  /** An office's consent (同意). */
  record Consent(int edition, String user, Instant at) {}

  /** The edition that is valid today. */
  Edition present();

  /** The newest edition, if the office has not agreed to it. */
  Optional<Edition> wantedOf(OfficeNumber office);

  void agree(OfficeSession by, int edition);

  /** Whether a consent is missing whose last day has passed. */
  boolean isMissing(OfficeNumber office, LocalDate day);

  /** The newest first. */
  List<Consent> consentsOf(OfficeNumber office);
}
