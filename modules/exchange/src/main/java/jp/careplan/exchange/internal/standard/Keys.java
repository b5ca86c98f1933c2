package jp.careplan.exchange.internal.standard;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The keys of one file's records, and the line on which each first occurs. */
final class Keys {
  /** A key: whose record, and the parts that follow 保険者番号 and 被保険者番号. */
  record Key(PersonKey person, String rest) {}

  private final Map<Key, Integer> lines = new LinkedHashMap<>();
  private final Set<PersonKey> persons = new HashSet<>();
  private final Set<String> insured = new HashSet<>();
  private boolean incomplete;

  /** Whether the key is new. */
  boolean add(Key key, int line) {
    persons.add(key.person());
    insured.add(key.person().insuredNumber());
    return lines.putIfAbsent(key, line) == null;
  }

  boolean has(Key key) {
    return lines.containsKey(key);
  }

  /** Which part of a key is the first that no record here has: 2 the rest, 1 insured, 0 insurer. */
  int strangePart(Key key) {
    if (persons.contains(key.person())) {
      return 2;
    }
    return insured.contains(key.person().insuredNumber()) ? 0 : 1;
  }

  Map<Key, Integer> lines() {
    return lines;
  }

  /** Some records could not be read: what is missing here may well be in the file. */
  void incomplete() {
    incomplete = true;
  }

  boolean isIncomplete() {
    return incomplete;
  }
}
