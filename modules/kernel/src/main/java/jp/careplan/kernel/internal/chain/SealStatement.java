package jp.careplan.kernel.internal.chain;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import jp.careplan.kernel.Sha256;

/**
 * What a seal (封印) says. It is signed as text, so that {@code openssl dgst} verifies it.
 *
 * @param previous SHA-256 of the statement before; empty in the first
 * @param digest SHA-256 over the hashes of its entries, in the order of their IDs
 * @param takenOver entries from before there were stamps
 * @param foreign entries that the exchange did not write
 * @param foreignIds the first of them
 */
public record SealStatement(
    long number,
    String previous,
    Instant at,
    int entries,
    String digest,
    int takenOver,
    int foreign,
    List<String> foreignIds) {
  private static final String HEAD = "careplan-seal 1";

  /** More are counted, not named. */
  private static final int MOST_NAMED = 20;

  /** Over entries in the order of their IDs. */
  static SealStatement over(
      Head before, List<TrailEntry> entries, Instant at, List<String> foreign, int takenOver) {
    MessageDigest digest = TrailEntry.sha256();
    entries.forEach(entry -> digest.update(entry.hash()));
    return new SealStatement(
        before.number() + 1,
        before.hash(),
        at,
        entries.size(),
        HexFormat.of().formatHex(digest.digest()),
        takenOver,
        foreign.size(),
        foreign.stream().limit(MOST_NAMED).toList());
  }

  /** Lines of a name and a value. */
  public String text() {
    return String.join(
        "\n",
        HEAD,
        "number " + number,
        "previous " + (previous.isEmpty() ? "-" : previous),
        "sealed-at " + at,
        "entries " + entries,
        "digest " + digest,
        "taken-over " + takenOver,
        "foreign " + foreign,
        "foreign-ids " + (foreignIds.isEmpty() ? "-" : String.join(",", foreignIds)),
        "");
  }

  /** What the next one holds of it. */
  public String hash() {
    return Sha256.hex(text());
  }

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException when it is none
   */
  static SealStatement parse(String text) {
    try {
      Map<String, String> lines =
          text.lines()
              .map(line -> line.split(" ", 2))
              .collect(Collectors.toMap(it -> it[0], it -> it[1], (a, b) -> b, TreeMap::new));
      var read =
          new SealStatement(
              Long.parseLong(value(lines, "number")),
              value(lines, "previous"),
              Instant.parse(value(lines, "sealed-at")),
              Integer.parseInt(value(lines, "entries")),
              value(lines, "digest"),
              Integer.parseInt(value(lines, "taken-over")),
              Integer.parseInt(value(lines, "foreign")),
              List.of(value(lines, "foreign-ids").split(",")).stream()
                  .filter(id -> !id.isEmpty())
                  .toList());
      if (!read.text().equals(text)) {
        throw new IllegalArgumentException("not a seal");
      }
      return read;
    } catch (java.time.DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw new IllegalArgumentException("not a seal", e);
    }
  }

  private static String value(Map<String, String> lines, String name) {
    String value = lines.getOrDefault(name, "");
    return value.equals("-") ? "" : value;
  }
}
