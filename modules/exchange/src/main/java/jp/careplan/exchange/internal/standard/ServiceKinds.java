package jp.careplan.exchange.internal.standard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** サービス種類: which kinds exchange plans. Looked up by two characters, without making a text. */
final class ServiceKinds {
  enum Scope {
    UNLISTED,
    IN,
    OUT,
    PLANNER
  }

  private static final int SYMBOLS = 36;

  private final Scope[] scopes = new Scope[SYMBOLS * SYMBOLS];
  private final boolean[] prevention = new boolean[SYMBOLS * SYMBOLS];
  private final Map<String, String> names = new LinkedHashMap<>();

  private ServiceKinds() {
    java.util.Arrays.fill(scopes, Scope.UNLISTED);
  }

  static ServiceKinds load() {
    var kinds = new ServiceKinds();
    for (var row : Table.rows("service-kinds.csv")) {
      int at = index(row.get("code"));
      kinds.names.put(row.get("code"), row.get("name"));
      kinds.scopes[at] =
          switch (row.get("scope")) {
            case "in" -> Scope.IN;
            case "out" -> Scope.OUT;
            case "planner" -> Scope.PLANNER;
            default -> throw new IllegalStateException(row.get("scope"));
          };
      kinds.prevention[at] = row.get("prevention").equals("yes");
    }
    return kinds;
  }

  /** The scope of the kind that the first two characters name; they have been checked. */
  Scope scope(String text) {
    return scopes[index(text)];
  }

  boolean isPrevention(String text) {
    return prevention[index(text)];
  }

  /** Japanese name; empty for a kind that no table lists. */
  String name(String code) {
    return names.getOrDefault(code, "");
  }

  /** Codes of a scope, in the order of the table. */
  List<String> codes(Scope wanted, boolean prevented) {
    return names.keySet().stream()
        .filter(code -> scope(code) == wanted && isPrevention(code) == prevented)
        .toList();
  }

  private static int index(String text) {
    return Character.digit(text.charAt(0), SYMBOLS) * SYMBOLS
        + Character.digit(text.charAt(1), SYMBOLS);
  }
}
