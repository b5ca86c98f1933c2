package jp.careplan.kernel;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * The chain of seals (封印) over the audit trail: every few seconds what was committed is numbered
 * into a signed seal that holds the hash of the one before. Who may look is for the caller to know.
 */
public interface AuditSeals {
  /**
   * Where the chain stands.
   *
   * @param number of the last seal; 0: there is none yet
   * @param hash of the last seal; to be noted outside, it proves everything before
   * @param entries sealed so far
   * @param waiting entries that wait for the next seal
   */
  record State(long number, String hash, long entries, long waiting, Optional<Instant> at) {}

  /** What is wrong at a place of the trail. */
  enum Fault {
    SEAL_MISSING,
    SEAL_CHANGED,
    LINK_BROKEN,
    ENTRY_CHANGED,
    ENTRY_DELETED,
    ENTRY_INSERTED,
    LIST_CHANGED,
    HEAD_CHANGED,
    TAIL_CUT,
    EXPORT_DIFFERS,
    NOT_SEALED
  }

  /**
   * A place where the trail is not what was sealed.
   *
   * @param seal number; 0 where no seal is concerned
   * @param entry ID; empty where it is not one entry
   */
  record Break(Fault fault, long seal, String entry) {}

  /**
   * What a verification found.
   *
   * @param breaks the first of them, in the order of the chain
   * @param breakCount how many there are
   */
  record Verdict(long seals, long entries, long waiting, List<Break> breaks, long breakCount) {
    public boolean isWhole() {
      return breakCount == 0;
    }
  }

  State state();

  /**
   * Verifies everything from the database, and compares it with what this node handed out. Takes
   * minutes for a trail of years.
   *
   * @param reached is told how many entries are behind
   */
  Verdict verify(LongConsumer reached);

  /** Seals behind a number, a JSON object a line, as they are handed out in files. */
  void write(long after, Appendable out) throws IOException;

  /** Certificates of the keys that sealed, as PEM. */
  String signers();
}
