package jp.careplan.app.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Fills the tables by SQL with two years of plans and results between eight hundred care managers
 * and twelve hundred service offices, each care manager with forty of them, and with their people.
 * Plan and result follow each other; of each set one person was not as planned. Contents, files,
 * receipts and audit entries are left out.
 */
final class StoredMonths {
  static final int MANAGERS = 800;
  static final int SERVERS = 1200;
  static final int PARTNERS = 40;
  private static final int CHUNK = 10_000;

  /**
   * A number to what it stands for: {@code planner} 0 is the office that is measured, {@code
   * result} follows the plan one number before.
   */
  private static final String ROW =
      """
      SELECT n, result, planner, server, sent_at, s AS hash,
        LOWER(CONCAT(SUBSTR(h, 1, 8), '-', SUBSTR(h, 9, 4), '-7', SUBSTR(s, 1, 3), '-8',
          SUBSTR(s, 4, 3), '-', SUBSTR(s, 7, 12))) AS id,
        IF(planner = 0, '9970000011', CONCAT('99710', LPAD(planner, 5, '0'))) AS manager,
        IF(server = 0, '9970000022', CONCAT('99720', LPAD(server, 5, '0'))) AS helper,
        DATE_FORMAT(sent_at, '%Y%m') AS month
      FROM (SELECT n, n MOD 2 AS result, planner, sent_at, SHA2(n, 256) AS s,
          (planner * 7 + (n DIV 2 DIV :managers) MOD :partners) MOD :servers AS server,
          LPAD(HEX(CAST(UNIX_TIMESTAMP(sent_at) * 1000 AS UNSIGNED)), 12, '0') AS h
        FROM (SELECT n, n DIV 2 MOD :managers AS planner,
            UTC_TIMESTAMP(6) - INTERVAL FLOOR((:all - n) * (730 * 86400 / :all)) SECOND AS sent_at
          FROM (SELECT ? + a.d + 10 * b.d + 100 * c.d + 1000 * e.d AS n
            FROM bench_digit a, bench_digit b, bench_digit c, bench_digit e) numbers) moments) hashes
      """;

  private static final String TRANSMISSIONS =
      "INSERT INTO exchange_transmission (id, sender, sender_kind, recipient, recipient_kind,"
          + " inbox_number, status, unit, kind, service_month, sequence_number, csv_version,"
          + " content_hash, people, file_count, total_bytes, sent_at, received_at, receipt_number,"
          + " version, signed_by_sender) SELECT id, IF(result, helper, manager),"
          + " IF(result, '11', '43'), IF(result, manager, helper), IF(result, '43', '11'), n + 1,"
          + " IF(n MOD 20 < 2, 'SENT', 'RECEIVED'), IF(result, 'U5', 'U2'),"
          + " IF(result, 'result', 'plan'), month, DATE_FORMAT(sent_at, '%Y%m%d%H%i%s'), '202407',"
          + " hash, :people, 3, 20000, sent_at, IF(n MOD 20 < 2, NULL, sent_at),"
          + " UPPER(CONCAT(DATE_FORMAT(sent_at, '%Y%m%d'), '-', SUBSTR(hash, 1, 5), '-',"
          + " SUBSTR(hash, 6, 5))), 1, FALSE FROM (:row) loaded";

  private static final String PEOPLE =
      "INSERT INTO exchange_person (transmission_id, entry_number, place, key_name, person_key,"
          + " line_key, family, deletes, service_period, service_office, service_kind, satellite,"
          + " content_key, services_key) SELECT id, p.n, p.n + 1, 'lookup-1',"
          + " LEFT(MD5(CONCAT('p', planner, '/', server, '/', p.n)), 22),"
          + " LEFT(MD5(CONCAT('l', result, planner, '/', server, '/', month, '/', p.n)), 22),"
          + " IF(result, 'JSK', 'PLAN'), FALSE, month, helper, '11', '',"
          + " LEFT(MD5(CONCAT('c', loaded.n, '/', p.n)), 22),"
          + " LEFT(MD5(CONCAT('s', planner, '/', server, '/', p.n, IF(result AND p.n = 0, 'x', ''))),"
          + " 22) FROM (:row) loaded, bench_person p";

  private final Connection database;
  private final int all;
  private final int people;

  StoredMonths(Connection database, int all, int people) {
    this.database = database;
    this.all = all;
    this.people = people;
  }

  /** Loads them; a multiple of ten thousand. */
  void load() throws SQLException {
    try (Statement statement = database.createStatement()) {
      statement.execute("CREATE TABLE bench_digit (d INT NOT NULL PRIMARY KEY)");
      statement.execute("INSERT INTO bench_digit VALUES (0),(1),(2),(3),(4),(5),(6),(7),(8),(9)");
      statement.execute("CREATE TABLE bench_person (n INT NOT NULL PRIMARY KEY)");
      for (int i = 0; i < people; i++) {
        statement.execute("INSERT INTO bench_person VALUES (" + i + ")");
      }
      statement.execute(
          "INSERT INTO exchange_mailbox VALUES ('9970000011', 10000000), ('9970000022', 10000000)");
      statement.execute(
          "INSERT INTO application_office (number, name, service_kinds, status, version)"
              + " SELECT CONCAT('99720', LPAD(1 + a.d + 10 * b.d + 100 * c.d + 1000 * e.d, 5, '0')),"
              + " '架空の訪問介護', '11', 'ACTIVE', 1 FROM bench_digit a, bench_digit b,"
              + " bench_digit c, bench_digit e WHERE e.d < 2");
    }
    List<Index> transmissions = indexes("exchange_transmission");
    List<Index> persons = indexes("exchange_person");
    change(transmissions, Index::drop);
    change(persons, Index::drop);
    for (int first = 0; first < all; first += CHUNK) {
      run(TRANSMISSIONS, first);
      run(PEOPLE, first);
    }
    change(transmissions, Index::add);
    change(persons, Index::add);
    try (Statement statement = database.createStatement()) {
      statement.execute("ANALYZE TABLE exchange_transmission, exchange_person");
    }
  }

  /**
   * The indexes of a table that it can miss while it is filled: made in one go at the end they are
   * sorted instead of searched for each row.
   */
  private List<Index> indexes(String table) throws SQLException {
    var found = new ArrayList<Index>();
    try (PreparedStatement statement =
        database.prepareStatement(
            "SELECT index_name, GROUP_CONCAT(column_name ORDER BY seq_in_index SEPARATOR ', ')"
                + " FROM information_schema.statistics WHERE table_schema = DATABASE()"
                + " AND table_name = ? AND non_unique = 1 GROUP BY index_name")) {
      statement.setString(1, table);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          found.add(new Index(table, rows.getString(1), rows.getString(2)));
        }
      }
    }
    return found;
  }

  private void change(List<Index> indexes, Function<Index, String> how) throws SQLException {
    try (Statement statement = database.createStatement()) {
      for (Index index : indexes) {
        statement.execute(how.apply(index));
      }
    }
  }

  private void run(String sql, int first) throws SQLException {
    String filled =
        sql.replace(":row", ROW)
            .replace(":people", String.valueOf(people))
            .replace(":managers", String.valueOf(MANAGERS))
            .replace(":partners", String.valueOf(PARTNERS))
            .replace(":servers", String.valueOf(SERVERS))
            .replace(":all", String.valueOf(all));
    try (PreparedStatement statement = database.prepareStatement(filled)) {
      statement.setInt(1, first);
      statement.executeUpdate();
    }
  }

  private record Index(String table, String name, String columns) {
    String drop() {
      return "ALTER TABLE " + table + " DROP INDEX " + name;
    }

    String add() {
      return "ALTER TABLE " + table + " ADD INDEX " + name + " (" + columns + ")";
    }
  }
}
