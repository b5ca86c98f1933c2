package jp.careplan.exchange;

/**
 * A person's part of a transmission as the month board counts it; people are hashes.
 *
 * @param person keyed hash
 */
record BoardPart(
    String transmission,
    String person,
    boolean deletes,
    String kind,
    String satellite,
    String content,
    String services) {}
