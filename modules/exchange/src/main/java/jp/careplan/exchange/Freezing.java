package jp.careplan.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.OfficeNumber;

/**
 * 誤送信: what was received by the wrong office. From the report on nobody opens the content, on
 * either side, until the sender settles it. Before it is received, {@link Sending#withdraw} is
 * enough.
 */
public interface Freezing {
  /** How it ended. */
  enum Outcome {
    /** The destination was right after all: everything is as before. */
    LIFTED,
    /** The recipient never opens the content again; the sender does. */
    ERASED
  }

  /** Who did a step, and when. */
  record Act(Instant at, OfficeNumber office, String by) {}

  /**
   * What somebody of the recipient did with the content.
   *
   * @param by user ID
   * @param action as the trail calls it
   */
  record Look(Instant at, String by, String action) {}

  /**
   * What is known of one case.
   *
   * @param words what happened, as it was reported
   * @param asked the sender asked for the deletion
   * @param confirmed the recipient says that its copies are deleted
   * @param confirmedWords what it deleted
   * @param looks of the recipient, from the trail, oldest first
   * @param looksCut whether there were more entries of the trail than were looked through
   */
  record Case(
      TransmissionSummary transmission,
      String words,
      Act reported,
      Optional<Act> asked,
      Optional<Act> confirmed,
      String confirmedWords,
      Optional<Act> settled,
      Optional<Outcome> outcome,
      List<Look> looks,
      boolean looksCut) {}

  /** The last case of a transmission, for both sides; empty where there was none. */
  Optional<Case> find(OfficeSession by, TransmissionId id);

  /** The same to be kept on paper, which stands in the trail. */
  Case save(OfficeSession by, TransmissionId id);

  /** Freezes what was received; by either side. */
  Case report(OfficeSession by, TransmissionId id, String words);

  /** The sender asks the recipient to delete its copies. */
  Case askForDeletion(OfficeSession by, TransmissionId id);

  /** The recipient says that it deleted what it had saved, imported and printed. */
  Case confirmDeletion(OfficeSession by, TransmissionId id, String words);

  /** The sender ends the case. */
  Case settle(OfficeSession by, TransmissionId id, Outcome outcome);
}
