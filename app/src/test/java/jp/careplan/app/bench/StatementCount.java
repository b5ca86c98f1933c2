package jp.careplan.app.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what the database was asked, by its own counters. */
final class StatementCount {
  /** Among MariaDB's hundreds of counters those that a send can move. */
  private static final String COUNTERS =
      "SHOW GLOBAL STATUS WHERE Variable_name IN ('Questions','Innodb_os_log_fsyncs',"
          + "'Innodb_rows_inserted','Innodb_rows_read','Bytes_received') OR Variable_name LIKE 'Com\\_%'";

  private final Connection database;
  private final Map<String, Long> before;

  StatementCount(Connection database) throws SQLException {
    this.database = database;
    this.before = counters();
  }

  private Map<String, Long> counters() throws SQLException {
    Map<String, Long> counters = new TreeMap<>();
    try (var statement = database.createStatement();
        ResultSet rows = statement.executeQuery(COUNTERS)) {
      while (rows.next()) {
        counters.put(rows.getString(1), rows.getLong(2));
      }
    }
    return counters;
  }

  /** Since the beginning, each divided by the number of calls; what hardly moved is left out. */
  String perCall(int calls) throws SQLException {
    Map<String, Long> now = counters();
    return now.entrySet().stream()
        .filter(entry -> moved(entry.getKey(), now) > calls / 20.0)
        .map(entry ->
            String.format(
                Locale.ROOT,
                "%s %.1f",
                entry.getKey().replace("Com_", "").toLowerCase(Locale.ROOT),
                (double) moved(entry.getKey(), now) / calls))
        .collect(Collectors.joining(", "));
  }

  private long moved(String counter, Map<String, Long> now) {
    return now.getOrDefault(counter, 0L) - before.getOrDefault(counter, 0L);
  }
}
