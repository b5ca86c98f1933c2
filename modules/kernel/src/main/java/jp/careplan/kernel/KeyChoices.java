package jp.careplan.kernel;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which key of each purpose is in use, decided once for all nodes. A new key is given to the file
 * of every node first, which is read again while the node runs; then one command chooses it, and is
 * refused as long as a running node does not hold it. What older keys wrapped and signed stays
 * readable while they are in the file.
 */
public interface KeyChoices {
  /** Why a key cannot be used yet, in words for whoever runs the nodes. */
  final class NotUsable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotUsable(String why) {
      super(why);
    }
  }

  /** Follows what was decided; for a purpose that nothing was decided on, decides. */
  void follow();

  /** Chooses a key for all nodes, which use it within a second or two. */
  void use(String alias);

  /** For each purpose the key in use. */
  Map<String, String> inUse();

  /** What each running node holds, names parted by blanks. */
  List<String> holders();

  /** Names of the keys of this node's file. */
  Set<String> held();
}
