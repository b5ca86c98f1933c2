package jp.careplan.kernel.internal.chain;

import java.time.Instant;
import java.util.Optional;

/**
 * Where the chain ends.
 *
 * @param hash of the last statement; empty while there is none
 * @param newestId the newest entry of ours that is sealed; empty while there is none
 * @param sealed entries in all seals
 * @param takingOver so far there were only entries from before there were stamps
 * @param lookedFarAt when late entries were looked for last
 */
public record Head(
    long number,
    String hash,
    String newestId,
    long sealed,
    boolean takingOver,
    Optional<Instant> lookedFarAt) {

  /** The lowest ID of the time that lies so far before the newest one (UUIDv7 begin with it). */
  String floor(long millisBefore) {
    if (newestId.isEmpty()) {
      return "";
    }
    long newest = Long.parseLong(newestId.substring(0, 8) + newestId.substring(9, 13), 16);
    String digits = "%012x".formatted(Math.max(0, newest - millisBefore));
    return digits.substring(0, 8) + "-" + digits.substring(8) + "-0000-0000-000000000000";
  }
}
