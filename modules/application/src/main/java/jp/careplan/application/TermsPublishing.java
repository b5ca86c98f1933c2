package jp.careplan.application;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import jp.careplan.application.TermsOfUse.Edition;

/**
 * Brings out a new version of the 利用規約: one operator proposes it, another one approves it in {@link
 * Approvals}, and it is published in that moment. For operators who look after the whole country.
 */
public interface TermsPublishing {
  /**
   * A new version.
   *
   * @param text may hold {@code {operator}}, {@code {phone}} and {@code {hours}}
   * @param validFrom today or later
   * @param consentBy not before {@code validFrom}
   */
  record NewTerms(String text, LocalDate validFrom, LocalDate consentBy) {}

  /** A version that was published, and by whom. */
  record Published(Edition edition, Instant publishedAt, String publishedBy) {}

  /** The newest first. */
  List<Published> all(OperatorSession by);

  /** The words of the newest version as they were written, to begin a new one with. */
  String newestText(OperatorSession by);

  /** A text as offices will see it; refuses what could not be published. */
  String preview(OperatorSession by, NewTerms terms);

  /**
   * @return the ID of the draft, which is the subject of the proposal
   */
  String propose(OperatorSession by, NewTerms terms, String reason);

  /** What was proposed, as offices will see it. */
  NewTerms draftOf(OperatorSession by, String id);
}
