package jp.careplan.exchange.internal.standard;

/**
 * Whose and of when a part of a unit is: what it takes to find it again, and to tell whether a
 * later one says the same. Numbers stay in memory; stored is what a key makes of them.
 *
 * @param place of the person in the unit, from 1, as the pages that show its forms count
 * @param family the head file's kind without its first letters: {@code PLAN}, {@code JSK}, {@code
 *     1KYO}, {@code KIHON} or {@code YOBO}
 * @param deletes whether it takes the family's earlier ones away
 * @param period third part of the standard's key: a month {@code yyyymm} or a day {@code yyyymmdd}
 * @param part whose service it is, where the family tells it
 * @param content digest of all that is said of the person, whatever the order of its rows
 * @param services digest of the visits alone; of a plan only those that {@code part} is of
 */
public record IndexEntry(
    int place,
    PersonKey person,
    String family,
    boolean deletes,
    String period,
    Part part,
    String content,
    String services) {

  /**
   * A service office's share.
   *
   * @param satellite サテライト枝番; empty where there is none
   */
  public record Part(String office, String kind, String satellite) {
    /** What is no one office's. */
    public static final Part NONE = new Part("", "", "");
  }

  @Override
  public String toString() {
    return "IndexEntry[" + place + " " + family + "]";
  }
}
