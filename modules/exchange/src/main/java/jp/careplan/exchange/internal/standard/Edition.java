package jp.careplan.exchange.internal.standard;

import static java.util.Locale.ROOT;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** 版: one edition of the standard, compiled from the tables in the folder of its CSVバージョン. */
final class Edition {
  private final String csvVersion;
  private final String appliesFrom;
  private final String appliesUntil;
  private final Map<String, RecordType> types = new LinkedHashMap<>();
  private final Map<String, Unit> units = new LinkedHashMap<>();
  private final Map<String, Rule> wrongVersions = new LinkedHashMap<>();
  private final List<Condition> conditions;

  Edition(CSVRecord row, Rules rules, ServiceKinds kinds) {
    csvVersion = row.get("edition");
    appliesFrom = row.get("applies_from");
    appliesUntil = row.get("applies_until");
    loadTypes(new FormatChecks(kinds));
    loadUnits(rules);
    for (var wrong : Table.rows("wrong-versions.csv")) {
      if (wrong.get("edition").equals(csvVersion)) {
        wrongVersions.put(wrong.get("csv_version"), rules.of(wrong.get("rule")));
      }
    }
    conditions =
        Table.rows(csvVersion + "/conditions.csv").stream()
            .map(r -> new Condition(r, type(r.get("record_type")), rules))
            .toList();
  }

  private void loadTypes(FormatChecks formats) {
    Map<String, Map<String, String>> words = words();
    Map<String, List<Field>> fields = new LinkedHashMap<>();
    for (var row : Table.rows(csvVersion + "/columns.csv")) {
      var list = fields.computeIfAbsent(row.get("record_type"), k -> new ArrayList<>());
      list.add(new Field(row, formats, words.getOrDefault(row.get("identifier"), Map.of())));
    }
    for (var row : Table.rows(csvVersion + "/record-types.csv")) {
      String code = row.get("record_type");
      types.put(code, new RecordType(row, fields.getOrDefault(code, List.of())));
    }
  }

  /** What the codes of a column mean, by the column's identifier. */
  private Map<String, Map<String, String>> words() {
    Map<String, Map<String, String>> words = new LinkedHashMap<>();
    for (var row : Table.rows(csvVersion + "/codes.csv")) {
      words
          .computeIfAbsent(row.get("identifier"), k -> new LinkedHashMap<>())
          .put(row.get("code"), row.get("word"));
    }
    return words;
  }

  Map<String, String> typeNames() {
    return types.values().stream().collect(toUnmodifiableMap(RecordType::code, RecordType::name));
  }

  private void loadUnits(Rules rules) {
    for (var row : Table.rows(csvVersion + "/units.csv")) {
      var role = Unit.Role.valueOf(row.get("role").toUpperCase(ROOT));
      var unit =
          units.computeIfAbsent(row.get("unit"), id -> new Unit(id, role, new ArrayList<>()));
      unit.parts().add(part(row, rules));
    }
  }

  private Unit.Part part(CSVRecord row, Rules rules) {
    var type = type(row.get("record_type"));
    String key = row.get("key");
    List<Integer> places = new ArrayList<>();
    if (!key.isEmpty()) {
      for (String identifier : key.split("\\+")) {
        places.add(type.index(identifier));
      }
    }
    return new Unit.Part(
        type,
        Unit.Presence.valueOf(row.get("presence").toUpperCase(ROOT)),
        List.copyOf(places),
        row.get("head").isEmpty() ? null : row.get("head"),
        rule(row.get("duplicate_rule"), rules),
        rule(row.get("orphan_rule"), rules),
        rule(row.get("childless_rule"), rules));
  }

  private static @Nullable Rule rule(String code, Rules rules) {
    return code.isEmpty() ? null : rules.of(code);
  }

  String csvVersion() {
    return csvVersion;
  }

  /** Whether a month (yyyymm) lies after the last month this edition is for. */
  boolean isPast(String month) {
    return !appliesUntil.isEmpty() && month.compareTo(appliesUntil) > 0;
  }

  /** Whether a month (yyyymm) lies before the first month this edition is for. */
  boolean isAhead(String month) {
    return month.compareTo(appliesFrom) < 0;
  }

  RecordType type(String code) {
    return requireNonNull(types.get(code), code);
  }

  Collection<RecordType> types() {
    return types.values();
  }

  Collection<Unit> units() {
    return units.values();
  }

  /** The rule that a wrong version breaks where the table knows that version, or null. */
  @Nullable Rule wrongVersion(String version) {
    return wrongVersions.get(version);
  }

  /** The conditions on the records of a kind of file in a unit. */
  List<Condition> conditions(RecordType type, @Nullable String unit) {
    return conditions.stream().filter(c -> c.concerns(type, unit)).toList();
  }
}
