package jp.careplan.exchange;

/**
 * A person's part of a transmission as the month board counts it; people are hashes.
 *
 * @param place of the person in it, from 1
 * @param person keyed hash
 */
record BoardPart(
    String transmission,
    int place,
    String person,
    boolean deletes,
    String kind,
    String satellite,
    String content,
    String services) {}
