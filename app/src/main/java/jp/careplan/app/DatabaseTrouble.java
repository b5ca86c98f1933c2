package jp.careplan.app;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Which failures of the database pass, and which tell that somebody else was first. */
public final class DatabaseTrouble {
  /** SQLSTATE classes: connection lost, rolled back for another, no room, stopped by hand. */
  private static final Set<String> CLASSES = Set.of("08", "40", "53", "57");

  /** MySQL and MariaDB: disk full, table full, lock waited for too long, read-only for now. */
  private static final Set<Integer> CODES = Set.of(1021, 1114, 1205, 1290, 1836, 3024);

  /** H2, and MySQL with MariaDB: such a row is there already. */
  private static final Set<Integer> DUPLICATE = Set.of(23505, 1062);

  private DatabaseTrouble() {}

  /** Somebody else wrote the same row at the same moment. */
  public static boolean isDuplicate(SQLException e) {
    return DUPLICATE.contains(e.getErrorCode());
  }

  static boolean passes(SQLException e) {
    String state = e.getSQLState();
    return state == null // the pool has no connection to give
        || e instanceof SQLTransientException
        || (state.length() == 5 && CLASSES.contains(state.substring(0, 2)))
        || CODES.contains(e.getErrorCode());
  }
}
