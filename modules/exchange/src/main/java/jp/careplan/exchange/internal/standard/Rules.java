package jp.careplan.exchange.internal.standard;

import static java.util.Locale.ROOT;
import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import jp.careplan.exchange.Severity;

/** The rule table: one for all editions, because a code means the same for ever. */
final class Rules {
  private final Map<String, Rule> byCode = new LinkedHashMap<>();
  private final Map<Fault, Rule> byFault = new EnumMap<>(Fault.class);

  private Rules() {}

  static Rules load() {
    var rules = new Rules();
    for (var row : Table.rows("rules.csv")) {
      var severity = Severity.valueOf(row.get("severity").toUpperCase(ROOT));
      var rule =
          new Rule(
              row.get("code"), severity, row.get("meaning"), row.get("message"), row.get("remedy"));
      if (rules.byCode.put(rule.code(), rule) != null) {
        throw new IllegalStateException("rule twice: " + rule.code());
      }
      if (!row.get("fault").isEmpty()) {
        rules.byFault.put(Fault.valueOf(row.get("fault")), rule);
      }
    }
    return rules;
  }

  Rule of(Fault fault) {
    return requireNonNull(byFault.get(fault), fault.name());
  }

  Rule of(String code) {
    return requireNonNull(byCode.get(code), code);
  }

  Collection<Rule> all() {
    return Collections.unmodifiableCollection(byCode.values());
  }
}
