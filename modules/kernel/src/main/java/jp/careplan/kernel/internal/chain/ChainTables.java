package jp.careplan.kernel.internal.chain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of the chain, read and written over one connection. */
public final class ChainTables {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);
  private static final String HEAD =
      "SELECT last_number, last_hash, newest_id, sealed, taking_over, looked_far_at"
          + " FROM kernel_seal_head WHERE id = 1";

  private final Connection connection;

  public ChainTables(Connection connection) {
    this.connection = connection;
  }

  /** Whoever has it seals, until the transaction ends; everyone else waits. */
  Head lockHead() throws SQLException {
    return head(HEAD + " FOR UPDATE");
  }

  public Head head() throws SQLException {
    return head(HEAD);
  }

  private Head head(String sql) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row = query.executeQuery(sql)) {
      if (!row.next()) {
        throw new IllegalStateException("the head of the chain is gone: kernel_seal_head");
      }
      LocalDateTime far = row.getObject(6, LocalDateTime.class);
      return new Head(
          row.getLong(1),
          row.getString(2),
          row.getString(3),
          row.getLong(4),
          row.getBoolean(5),
          Optional.ofNullable(far).map(it -> it.toInstant(ZoneOffset.UTC)));
    }
  }

  void move(Head head) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE kernel_seal_head SET last_number = ?, last_hash = ?, newest_id = ?, sealed = ?,"
                + " taking_over = ?, looked_far_at = ? WHERE id = 1")) {
      update.setLong(1, head.number());
      update.setString(2, head.hash());
      update.setString(3, head.newestId());
      update.setLong(4, head.sealed());
      update.setBoolean(5, head.takingOver());
      update.setString(6, head.lookedFarAt().map(MOMENT::format).orElse(null));
      update.executeUpdate();
    }
  }

  /**
   * Committed entries that no seal holds, in the order of their IDs.
   *
   * @param from lowest ID to look at
   */
  List<TrailEntry> unsealed(String from, int most) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT "
                + TrailEntry.COLUMNS
                + " FROM kernel_audit_entry e LEFT JOIN kernel_sealed_entry s ON s.entry_id = e.id"
                + " WHERE e.id > ? AND s.entry_id IS NULL ORDER BY e.id LIMIT "
                + most)) {
      query.setString(1, from);
      List<TrailEntry> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(TrailEntry.read(rows, 1));
        }
      }
      return found;
    }
  }

  /** Entries that wait for the next seal. */
  public long waiting() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT COUNT(*) FROM kernel_audit_entry e LEFT JOIN kernel_sealed_entry s"
                + " ON s.entry_id = e.id WHERE e.id > ? AND s.entry_id IS NULL")) {
      query.setString(1, head().floor(Sealing.LATE_MILLIS));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  void add(Seal seal, List<TrailEntry> entries) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO kernel_seal (seal_number, statement, signer, signature)"
                + " VALUES (?, ?, ?, ?)")) {
      insert.setLong(1, seal.number());
      insert.setString(2, seal.statement());
      insert.setString(3, seal.signer());
      insert.setBytes(4, seal.signature());
      insert.executeUpdate();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO kernel_sealed_entry (entry_id, seal_number, hash, subject)"
                + " VALUES (?, ?, ?, ?)")) {
      for (TrailEntry entry : entries) {
        insert.setString(1, entry.id());
        insert.setLong(2, seal.number());
        insert.setBytes(3, entry.hash());
        insert.setString(4, entry.subject());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Seals behind a number, in their order. */
  public List<Seal> seals(long after, int most) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT seal_number, statement, signer, signature FROM kernel_seal"
                + " WHERE seal_number > ? ORDER BY seal_number LIMIT "
                + most)) {
      query.setLong(1, after);
      List<Seal> found = new ArrayList<>();
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          found.add(
              new Seal(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getBytes(4)));
        }
      }
      return found;
    }
  }

  /** What a seal holds: the hash as it was sealed, and the entry as it stands now. */
  @SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
  record Held(String id, byte[] hash, Optional<TrailEntry> entry) {}

  /** Takes what a seal holds, one after the other. */
  @FunctionalInterface
  interface HeldTaker {
    void take(long seal, Held held);
  }

  /** What the seals of a range hold, by seal and ID. */
  void held(long first, long last, HeldTaker taker) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "SELECT s.seal_number, s.entry_id, s.hash, "
                + TrailEntry.COLUMNS
                + " FROM kernel_sealed_entry s LEFT JOIN kernel_audit_entry e ON e.id = s.entry_id"
                + " WHERE s.seal_number BETWEEN ? AND ? ORDER BY s.seal_number, s.entry_id")) {
      query.setLong(1, first);
      query.setLong(2, last);
      try (ResultSet rows = query.executeQuery()) {
        while (rows.next()) {
          Optional<TrailEntry> entry =
              rows.getString(4) == null ? Optional.empty() : Optional.of(TrailEntry.read(rows, 4));
          taker.take(rows.getLong(1), new Held(rows.getString(2), rows.getBytes(3), entry));
        }
      }
    }
  }
}
