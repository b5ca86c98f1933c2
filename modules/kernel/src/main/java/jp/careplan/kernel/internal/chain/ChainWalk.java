package jp.careplan.kernel.internal.chain;

import java.security.MessageDigest;
import java.security.PublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.internal.chain.ChainBreak.Kind;

/**
 * Verifies the chain from its beginning, some seals a step, with the same memory however long it
 * is. It goes on behind a break, so that one does not hide another.
 */
public final class ChainWalk {
  private static final int SEALS_A_STEP = 200;
  private static final int ENTRIES_A_STEP = 5000;
  private static final int MOST_TOLD = 20;

  /** An entry that a running exchange has not sealed after this is a break. */
  private static final long LATE_MILLIS = Duration.ofHours(3).toMillis();

  /** Public keys of seals by the alias of their signer. */
  @FunctionalInterface
  public interface Signers {
    Optional<PublicKey> keyOf(String alias);
  }

  /** Whether the exchange itself wrote an entry. */
  @FunctionalInterface
  public interface Stamps {
    boolean isOurs(TrailEntry entry);
  }

  /**
   * What was found so far.
   *
   * @param waiting entries that are not sealed yet
   * @param breaks the first of them, in the order of the chain
   */
  public record Report(
      long seals, long entries, long waiting, long breakCount, List<ChainBreak> breaks) {
    public boolean isWhole() {
      return breakCount == 0;
    }
  }

  private final Signers signers;
  private final Stamps stamps;
  private final Iterator<Exported> exported;
  private final List<ChainBreak> breaks = new ArrayList<>();
  private Optional<Exported> nextExported = Optional.empty();
  private String newestId = "";
  private long breakCount;
  private long number;
  private String hash = "";
  private long seals;
  private long entries;
  private long waiting;
  private boolean takingOver = true;

  /**
   * @param exported seals that were handed out, by number; empty where none are at hand
   */
  public ChainWalk(Signers signers, Stamps stamps, Iterator<Exported> exported) {
    this.signers = signers;
    this.stamps = stamps;
    this.exported = exported;
    advance(0);
  }

  public Report report() {
    return new Report(seals, entries, waiting, breakCount, List.copyOf(breaks));
  }

  /**
   * Verifies some more.
   *
   * @return whether there is more
   */
  public boolean step(Connection connection) throws SQLException {
    var tables = new ChainTables(connection);
    List<Seal> found = tables.seals(number, SEALS_A_STEP);
    if (found.isEmpty()) {
      return end(tables);
    }
    List<Checked> step = new ArrayList<>();
    int room = ENTRIES_A_STEP;
    for (Seal seal : found) {
      var checked = link(seal);
      step.add(checked);
      room -= checked.statement.map(SealStatement::entries).orElse(0);
      if (room <= 0) {
        break;
      }
    }
    entriesOf(tables, step);
    return true;
  }

  /** A seal of this step, with what was found of its entries. */
  private static final class Checked {
    final long number;
    final Optional<SealStatement> statement;
    final MessageDigest digest = TrailEntry.sha256();

    /** The first entry without a stamp of ours. */
    String suspect = "";

    int count;

    Checked(long number, Optional<SealStatement> statement) {
      this.number = number;
      this.statement = statement;
    }
  }

  private Checked link(Seal seal) {
    if (seal.number() != number + 1) {
      tell(Kind.SEAL_MISSING, number + 1, "");
    }
    Optional<SealStatement> statement = read(seal);
    if (statement.isEmpty()) {
      tell(Kind.SEAL_CHANGED, seal.number(), "");
    } else if (seal.number() == number + 1 && !statement.get().previous().equals(hash)) {
      tell(Kind.LINK_BROKEN, seal.number(), "");
    }
    compareWithExport(seal);
    number = seal.number();
    hash = seal.hash();
    seals++;
    return new Checked(seal.number(), statement);
  }

  private Optional<SealStatement> read(Seal seal) {
    try {
      return signers
          .keyOf(seal.signer())
          .filter(seal::isSignedBy)
          .map(key -> SealStatement.parse(seal.statement()))
          .filter(statement -> statement.number() == seal.number());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private void compareWithExport(Seal seal) {
    advance(seal.number());
    if (nextExported.filter(it -> it.number() == seal.number()).isPresent()
        && !nextExported.get().hash().equals(seal.hash())) {
      tell(Kind.EXPORT_DIFFERS, seal.number(), "");
    }
  }

  /** To the first that was exported under this number or a higher one. */
  private void advance(long until) {
    while (exported.hasNext() && nextExported.map(Exported::number).orElse(-1L) < until) {
      nextExported = Optional.of(exported.next());
    }
  }

  private void entriesOf(ChainTables tables, List<Checked> step) throws SQLException {
    Iterator<Checked> order = step.iterator();
    Checked[] current = {order.next()};
    tables.held(
        step.getFirst().number,
        step.getLast().number,
        (seal, held) -> {
          while (current[0].number < seal && order.hasNext()) {
            close(current[0]);
            current[0] = order.next();
          }
          take(current[0], held);
        });
    close(current[0]);
    order.forEachRemaining(this::close);
  }

  private void take(Checked seal, ChainTables.Held held) {
    seal.count++;
    entries++;
    seal.digest.update(held.hash());
    if (held.entry().isEmpty()) {
      tell(Kind.ENTRY_DELETED, seal.number, held.id());
      return;
    }
    TrailEntry entry = held.entry().get();
    newestId = entry.id().compareTo(newestId) > 0 ? entry.id() : newestId;
    if (!MessageDigest.isEqual(entry.hash(), held.hash())) {
      tell(Kind.ENTRY_CHANGED, seal.number, held.id());
    } else if (seal.suspect.isEmpty() && !isOld(entry) && !stamps.isOurs(entry)) {
      seal.suspect = entry.id();
    }
  }

  private void close(Checked seal) {
    if (seal.statement.isEmpty()) {
      return;
    }
    SealStatement says = seal.statement.get();
    boolean same =
        says.entries() == seal.count
            && says.digest().equals(HexFormat.of().formatHex(seal.digest.digest()));
    if (!same) {
      // Where an entry and its hash were changed together, the stamp still shows which.
      tell(Kind.LIST_CHANGED, seal.number, seal.suspect);
    }
    says.foreignIds().forEach(id -> tell(Kind.ENTRY_INSERTED, seal.number, id));
    if (says.takenOver() > 0 && !takingOver) {
      tell(Kind.ENTRY_INSERTED, seal.number, "");
    }
    takingOver = takingOver && says.takenOver() == says.entries();
  }

  /** From before there were stamps. */
  private boolean isOld(TrailEntry entry) {
    return takingOver && entry.stamp().length == 0;
  }

  /** What stands behind the last seal, and what no seal holds. */
  private boolean end(ChainTables tables) throws SQLException {
    Head head = tables.head();
    advance(Long.MAX_VALUE);
    boolean more =
        head.number() > number || nextExported.filter(it -> it.number() > number).isPresent();
    if (more && !tables.seals(number, 1).isEmpty()) {
      return true; // made meanwhile
    }
    if (more) {
      tell(Kind.TAIL_CUT, number + 1, "");
    } else if (!head.hash().equals(hash) || head.sealed() != entries) {
      tell(Kind.HEAD_CHANGED, number, "");
    }
    unsealed(tables);
    return false;
  }

  private void unsealed(ChainTables tables) throws SQLException {
    String oldest = "";
    String from = "";
    List<TrailEntry> found;
    do {
      found = tables.unsealed(from, ENTRIES_A_STEP);
      for (TrailEntry entry : found) {
        from = entry.id();
        if (!isOld(entry) && !stamps.isOurs(entry)) {
          tell(Kind.ENTRY_INSERTED, 0, entry.id());
        } else {
          oldest = waiting++ == 0 ? entry.id() : oldest;
          newestId = entry.id().compareTo(newestId) > 0 ? entry.id() : newestId;
        }
      }
    } while (found.size() == ENTRIES_A_STEP);
    var end = new Head(0, "", newestId, 0, false, Optional.empty());
    if (!takingOver && waiting > 0 && oldest.compareTo(end.floor(LATE_MILLIS)) < 0) {
      tell(Kind.NOT_SEALED, 0, oldest);
    }
  }

  private void tell(Kind kind, long seal, String entry) {
    breakCount++;
    if (breaks.size() < MOST_TOLD) {
      breaks.add(new ChainBreak(kind, seal, entry));
    }
  }
}
