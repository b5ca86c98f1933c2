package jp.careplan.kernel;

import static java.lang.System.Logger.Level.ERROR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that the vault sealed, wherever modules keep it. */
@ApplicationScoped
class SealedRows implements WrappedKeys {
  private static final System.Logger LOG = System.getLogger(SealedRows.class.getName());

  @PersistenceContext private EntityManager em;
  @Inject @Any private Instance<SealedColumn.Declared> declared;
  @Inject private Vault vault;
  @Inject private KeyStoreFile keys;

  /** One row: its key, and what is sealed in it. */
  @SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
  private record Row(List<String> key, byte[] sealed) {}

  @Override
  public String name() {
    return "sealed columns";
  }

  @Override
  public String keyInUse() {
    return keys.newestMasterKey();
  }

  @Override
  @Transactional
  public long left() {
    long left = 0;
    for (SealedColumn column : columns()) {
      left += count(column);
    }
    return left;
  }

  @Override
  @Transactional
  public int rewrapSome() {
    for (SealedColumn column : columns()) {
      List<Row> rows = some(column);
      int done = (int) rows.stream().filter(row -> replace(column, row)).count();
      if (done > 0) {
        return done;
      }
    }
    return 0;
  }

  private List<SealedColumn> columns() {
    return declared.stream().flatMap(it -> it.sealedColumns().stream()).toList();
  }

  /** A seal begins with the length and the name of its key. */
  private static String old(SealedColumn it) {
    return " FROM %1$s WHERE OCTET_LENGTH(%2$s) > 0 AND SUBSTRING(%2$s, 1, ?) <> ?"
        .formatted(it.table(), it.column());
  }

  private byte[] beginning() {
    byte[] name = keys.newestMasterKey().getBytes(StandardCharsets.US_ASCII);
    byte[] beginning = new byte[name.length + 1];
    beginning[0] = (byte) name.length;
    System.arraycopy(name, 0, beginning, 1, name.length);
    return beginning;
  }

  private long count(SealedColumn column) {
    try (PreparedStatement statement = prepared("SELECT COUNT(*)" + old(column), beginning());
        ResultSet found = statement.executeQuery()) {
      found.next();
      return found.getLong(1);
    } catch (SQLException e) {
      throw new IllegalStateException("cannot count " + column, e);
    }
  }

  private List<Row> some(SealedColumn column) {
    String query =
        "SELECT "
            + String.join(", ", column.keys())
            + ", "
            + column.column()
            + old(column)
            + " LIMIT "
            + column.atOnce();
    try (PreparedStatement statement = prepared(query, beginning());
        ResultSet found = statement.executeQuery()) {
      List<Row> rows = new ArrayList<>();
      while (found.next()) {
        List<String> key = new ArrayList<>();
        for (int i = 1; i <= column.keys().size(); i++) {
          key.add(found.getString(i));
        }
        rows.add(new Row(key, found.getBytes(column.keys().size() + 1)));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot read " + column, e);
    }
  }

  /** Whoever changed the row meanwhile sealed it under the key in use. */
  private boolean replace(SealedColumn column, Row row) {
    byte[] anew;
    try {
      anew = vault.rewrapped(row.sealed());
    } catch (IllegalStateException e) { // one that is damaged keeps no other from it
      LOG.log(ERROR, "cannot wrap anew in " + column.table() + "." + column.column(), e);
      return false;
    }
    String keyed =
        column.keys().stream().map(key -> key + " = ?").collect(Collectors.joining(" AND "));
    String update =
        "UPDATE %1$s SET %2$s = ? WHERE %3$s AND %2$s = ?"
            .formatted(column.table(), column.column(), keyed);
    try (PreparedStatement statement = connection().prepareStatement(update)) {
      statement.setBytes(1, anew);
      for (int i = 0; i < row.key().size(); i++) {
        statement.setString(i + 2, row.key().get(i));
      }
      statement.setBytes(row.key().size() + 2, row.sealed());
      statement.executeUpdate();
      return true;
    } catch (SQLException e) {
      throw new IllegalStateException("cannot wrap anew in " + column, e);
    }
  }

  private PreparedStatement prepared(String query, byte[] beginning) throws SQLException {
    PreparedStatement statement = connection().prepareStatement(query);
    statement.setInt(1, beginning.length);
    statement.setBytes(2, beginning);
    return statement;
  }

  /** That of the transaction; it is not ours to close. */
  private Connection connection() {
    return em.unwrap(Connection.class);
  }
}
