package jp.careplan.kernel;

import java.util.List;

/**
 * A column that holds what the {@link Vault} sealed.
 *
 * @param keys columns of the table's primary key
 * @param atOnce how many rows are read at once
 */
public record SealedColumn(String table, List<String> keys, String column, int atOnce) {
  public static SealedColumn of(String table, String key, String column) {
    return new SealedColumn(table, List.of(key), column, 100);
  }

  /** What a module declares; every bean of this type is asked. */
  public interface Declared {
    List<SealedColumn> sealedColumns();
  }
}
