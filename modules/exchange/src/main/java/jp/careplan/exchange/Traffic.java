package jp.careplan.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OperatorSession;
import jp.careplan.kernel.OfficeNumber;

/**
 * How much goes in and out of an office, for operators: counts and times, never content. What is
 * exchanged with the practice partner is not counted.
 */
public interface Traffic {
  /**
   * Of one direction in the last 30 days.
   *
   * @param waiting how many of all were not received yet
   */
  record Way(long count, Optional<Instant> last, long waiting) {}

  /** One exchange: when, out or in, plan or result, and where it stands. */
  record Step(Instant at, boolean out, String kind, TransmissionStatus status) {}

  /** The last ones, newest first. */
  record Summary(Way sent, Way arrived, List<Step> last) {}

  Summary of(OperatorSession by, OfficeNumber office);
}
