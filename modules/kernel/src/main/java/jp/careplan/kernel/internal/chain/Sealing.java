package jp.careplan.kernel.internal.chain;

import java.security.PrivateKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Continues the chain by one seal. Entries are committed out of order, so each round looks back a
 * little for those that no seal holds, once a minute further, and once an hour far back; none is
 * skipped, and a late one simply stands in a later seal.
 */
public final class Sealing {
  /** Longer than most transactions last: what each round reads again where much is written. */
  private static final long NEAR_MILLIS = Duration.ofSeconds(30).toMillis();

  /** Longer than any transaction lasts, and than clocks of nodes differ. */
  static final long LATE_MILLIS = Duration.ofMinutes(10).toMillis();

  private static final long FAR_MILLIS = Duration.ofDays(2).toMillis();
  private static final Duration FAR_REST = Duration.ofHours(1);

  /** What one seal holds at most, so that a transaction stays short. */
  private static final int MOST = 5000;

  /** Whose signature, and which entries are ours. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Pen(String signer, PrivateKey key, ChainWalk.Stamps stamps) {}

  /**
   * What a round did.
   *
   * @param entries sealed; 0: there was nothing to seal
   * @param foreign entries among them that the exchange did not write
   * @param more whether there is probably more at once
   * @param reached the last ID that it looked at; empty where it looked at all
   */
  public record Round(int entries, int foreign, boolean more, String reached) {}

  private final ChainTables tables;
  private final Pen pen;
  private final Instant now;

  /**
   * @param connection in a transaction at READ COMMITTED, which the caller commits
   */
  public Sealing(Connection connection, Pen pen, Instant now) {
    this.tables = new ChainTables(connection);
    this.pen = pen;
    this.now = now;
  }

  /**
   * Seals what is there.
   *
   * @param behind where the round before stopped, so that of many entries none is looked at twice;
   *     empty at the beginning
   * @param late whether to look back further, as somebody does once a minute
   */
  public Round round(String behind, boolean late) throws SQLException {
    Head head = tables.lockHead();
    boolean far = head.lookedFarAt().map(it -> it.isBefore(now.minus(FAR_REST))).orElse(true);
    String floor = head.floor(far ? FAR_MILLIS : late ? LATE_MILLIS : NEAR_MILLIS);
    List<TrailEntry> entries = tables.unsealed(behind.compareTo(floor) > 0 ? behind : floor, MOST);
    boolean full = entries.size() == MOST;
    Optional<Instant> looked = far && !full ? Optional.of(now) : head.lookedFarAt();
    if (entries.isEmpty()) {
      if (far) {
        tables.move(
            new Head(
                head.number(),
                head.hash(),
                head.newestId(),
                head.sealed(),
                head.takingOver(),
                looked));
      }
      return new Round(0, 0, false, "");
    }
    return seal(head, entries, looked, full);
  }

  private Round seal(Head head, List<TrailEntry> entries, Optional<Instant> looked, boolean full)
      throws SQLException {
    List<String> foreign = new ArrayList<>();
    int takenOver = 0;
    String newest = head.newestId();
    for (TrailEntry entry : entries) {
      if (pen.stamps().isOurs(entry)) {
        newest = entry.id().compareTo(newest) > 0 ? entry.id() : newest;
      } else if (head.takingOver() && entry.stamp().length == 0) {
        takenOver++;
      } else {
        foreign.add(entry.id());
      }
    }
    var statement = SealStatement.over(head, entries, now, foreign, takenOver);
    Seal seal = Seal.sign(statement, pen.signer(), pen.key());
    tables.add(seal, entries);
    tables.move(
        new Head(
            statement.number(),
            statement.hash(),
            newest,
            head.sealed() + entries.size(),
            takenOver == entries.size(),
            looked));
    return new Round(entries.size(), foreign.size(), full, full ? entries.getLast().id() : "");
  }
}
