package jp.careplan.app.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import jp.careplan.app.house.Database;
import jp.careplan.kernel.TimeOrderedId;

/** What the database can do by itself: one row of so many bytes, one commit. */
final class PlainInserts implements Load.Task {
  private final Connection connection;
  private final PreparedStatement insert;
  private final byte[] body;

  private PlainInserts(Connection connection, int bytes) throws SQLException {
    this.connection = connection;
    this.body = new byte[bytes];
    ThreadLocalRandom.current().nextBytes(body);
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    insert = connection.prepareStatement("INSERT INTO bench_plain VALUES (?, ?)");
  }

  static List<Load.Task> on(Database.MariaDb database, int bytes, int workers) throws SQLException {
    try (Connection connection = database.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE IF NOT EXISTS bench_plain"
              + " (id CHAR(36) CHARACTER SET ascii NOT NULL PRIMARY KEY, body LONGBLOB NOT NULL)");
    }
    List<Load.Task> tasks = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      tasks.add(new PlainInserts(database.connect(), bytes));
    }
    return tasks;
  }

  @Override
  public void once() throws SQLException {
    insert.setString(1, TimeOrderedId.next());
    insert.setBytes(2, body);
    insert.executeUpdate();
    connection.commit();
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      // the database is thrown away
    }
  }
}
