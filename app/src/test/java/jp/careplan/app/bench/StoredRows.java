package jp.careplan.app.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Fills the tables with transmissions of a past year by SQL: the row of the transmission and its
 * event; files, content, receipts and audit entries are left out. Every tenth goes to the first
 * recipient, whose inbox is the one that is measured.
 */
final class StoredRows {
  private static final int CHUNK = 10_000;

  /** Numbers that live sends begin with, above all loaded ones. */
  private static final int LIVE = 10_000_000;

  private static final String ROW =
      """
      SELECT n,
        LOWER(CONCAT(SUBSTR(h, 1, 8), '-', SUBSTR(h, 9, 4), '-7', SUBSTR(s, 1, 3), '-8',
          SUBSTR(s, 4, 3), '-', SUBSTR(s, 7, 12))) AS id,
        CONCAT('99710', LPAD(1 + n MOD :senders, 5, '0')) AS sender,
        CONCAT('99720', LPAD(IF(n MOD 10 = 0, 1, 2 + n MOD :others), 5, '0')) AS recipient,
        sent_at, s AS hash
      FROM (SELECT n, sent_at, SHA2(n, 256) AS s,
          LPAD(HEX(CAST(UNIX_TIMESTAMP(sent_at) * 1000 AS UNSIGNED)), 12, '0') AS h
        FROM (SELECT n, UTC_TIMESTAMP(6) - INTERVAL (1000000 - n) * 30 SECOND AS sent_at
          FROM (SELECT ? + a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n
            FROM bench_digit a, bench_digit b, bench_digit c, bench_digit e) numbers) moments) hashes
      """;

  private final Connection database;
  private final List<Seat> recipients;
  private final String transmissions;
  private final String events =
      "INSERT INTO exchange_event SELECT recipient, inbox_number, id, 'SENT', sent_at, sender,"
          + " CONCAT('KJ99', sender), '' FROM exchange_transmission"
          + " WHERE recipient = ? AND inbox_number BETWEEN ? AND ?";

  StoredRows(Connection database, int senders, List<Seat> recipients) {
    this.database = database;
    this.recipients = recipients;
    this.transmissions =
        "INSERT INTO exchange_transmission SELECT id, sender, '43', recipient, '11', n + 1,"
            + " IF(n MOD 20 = 0, 'SENT', 'RECEIVED'), 'U2', 'plan', DATE_FORMAT(sent_at, '%Y%m'),"
            + " DATE_FORMAT(sent_at, '%Y%m%d%H%i%s'), '202407', hash, 12, 3, 20000, sent_at,"
            + " IF(n MOD 20 = 0, NULL, sent_at), NULL, NULL, NULL, NULL,"
            + " UPPER(CONCAT(DATE_FORMAT(sent_at, '%Y%m%d'), '-', SUBSTR(hash, 1, 5), '-',"
            + " SUBSTR(hash, 6, 5))), 1, FALSE FROM ("
            + ROW.replace(":senders", String.valueOf(senders))
                .replace(":others", String.valueOf(recipients.size() - 1))
            + ") loaded";
  }

  /** Takes away what was sent before, so that the number of rows is what it says. */
  void clear() throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (String table :
          List.of("transmission", "file", "content", "receipt", "event", "finding", "mailbox")) {
        statement.execute("TRUNCATE TABLE exchange_" + table);
      }
      statement.execute("CREATE TABLE IF NOT EXISTS bench_digit (d INT NOT NULL PRIMARY KEY)");
      statement.execute(
          "INSERT IGNORE INTO bench_digit VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)");
      for (Seat recipient : recipients) {
        statement.execute(
            "INSERT INTO exchange_mailbox VALUES ('" + recipient.number() + "', " + LIVE + ")");
      }
    }
  }

  /** Loads rows number {@code from} to {@code to} (not included); multiples of ten thousand. */
  void load(int from, int to) throws SQLException {
    for (int first = from; first < to; first += CHUNK) {
      run(transmissions, first);
    }
    for (Seat recipient : recipients) {
      run(events, recipient.number(), from + 1, to);
    }
    try (Statement statement = database.createStatement()) {
      statement.execute("ANALYZE TABLE exchange_transmission, exchange_event");
    }
  }

  private void run(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
