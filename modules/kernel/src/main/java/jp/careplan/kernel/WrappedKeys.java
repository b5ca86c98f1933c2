package jp.careplan.kernel;

/**
 * Data keys that lie in tables, wrapped by a master key. Every bean of this type is brought under
 * the master key in use, in small steps on all nodes, while everything else goes on.
 */
public interface WrappedKeys {
  /** What an administrator calls them. */
  String name();

  /** Alias of the key in use; while it stays, what is done once is not looked for again at once. */
  String keyInUse();

  /** How many are wrapped by another key than the one in use. */
  long left();

  /**
   * Wraps some of them anew, in one transaction; how many. Zero: there are no more, or none that
   * can be.
   */
  int rewrapSome();
}
