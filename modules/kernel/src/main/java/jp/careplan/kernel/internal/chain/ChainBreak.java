package jp.careplan.kernel.internal.chain;

/**
 * A place where the trail is not what was sealed.
 *
 * @param seal number; 0 where no seal is concerned
 * @param entry ID; empty where it is not one entry
 */
public record ChainBreak(Kind kind, long seal, String entry) {
  /** What is wrong there. */
  public enum Kind {
    /** A number is missing between two seals. */
    SEAL_MISSING("a seal is missing"),
    /** What a seal says, or its signature, is not what was written. */
    SEAL_CHANGED("a seal was changed"),
    /** A seal does not hold the hash of the one before. */
    LINK_BROKEN("a seal does not follow the one before"),
    ENTRY_CHANGED("an entry was changed"),
    ENTRY_DELETED("an entry was deleted"),
    /** The exchange did not write it. */
    ENTRY_INSERTED("an entry was inserted"),
    /** Which entries a seal holds, or their hashes, was changed. */
    LIST_CHANGED("the list of a seal's entries was changed"),
    HEAD_CHANGED("the head of the chain was changed"),
    /** Seals that were exported are gone, or the head knows of more. */
    TAIL_CUT("the end of the chain was cut off"),
    EXPORT_DIFFERS("a seal differs from the one that was exported"),
    /** Entries of ours that should be sealed long since. */
    NOT_SEALED("an entry was not sealed in time");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }
}
