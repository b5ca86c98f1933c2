package jp.careplan.exchange;

import java.time.Instant;
import java.util.List;

/** What became of a unit that was offered for sending. */
public sealed interface SendingOutcome {
  /**
   * It is kept.
   *
   * @param repeated whether it was kept before, under the same ID
   * @param findings what was told, none of which refused
   */
  record Accepted(
      TransmissionId id,
      Party recipient,
      String unit,
      Receipt receipt,
      boolean repeated,
      List<Finding> findings)
      implements SendingOutcome {}

  /**
   * Nothing was kept.
   *
   * @param overridable whether it may be sent knowingly, with a reason
   */
  record Refused(List<Finding> findings, boolean overridable) implements SendingOutcome {}

  /** Nothing was kept: somebody is asked first whether the destination is right. */
  record Unsure(List<Doubt> doubts) implements SendingOutcome {}

  /** The same content went out before under another ID. */
  record AlreadySent(TransmissionId earlier, Instant at) implements SendingOutcome {}
}
