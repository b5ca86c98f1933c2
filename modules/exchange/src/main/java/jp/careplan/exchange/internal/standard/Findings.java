package jp.careplan.exchange.internal.standard;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.exchange.Finding;
import jp.careplan.exchange.Severity;

/**
 * Collects what is found in one unit. Keeps at most {@link #LIMIT} of each grade, so that a flood
 * of warnings neither fills the memory nor hides what refuses the unit.
 */
final class Findings {
  static final int LIMIT = 1000;

  private static final Comparator<Finding> WORST_FIRST =
      comparing(Finding::severity)
          .thenComparing(Finding::file)
          .thenComparing(Finding::line, nullsFirst(naturalOrder()))
          .thenComparing(Finding::column, nullsFirst(naturalOrder()))
          .thenComparing(Finding::code);

  private record Found(Rule rule, Spot spot, List<Object> expected) {}

  private final Rules rules;
  private final Map<Severity, List<Found>> found = new EnumMap<>(Severity.class);
  private final Map<PersonKey, String> names = new HashMap<>();
  private boolean overflown;

  Findings(Rules rules) {
    this.rules = rules;
  }

  boolean refuses(Fault fault) {
    return rules.of(fault).severity() != Severity.WARNING;
  }

  void add(Fault fault, Spot spot, Object... expected) {
    add(rules.of(fault), spot, expected);
  }

  void add(Rule rule, Spot spot, Object... expected) {
    var list = found.computeIfAbsent(rule.severity(), s -> new ArrayList<>());
    if (list.size() < LIMIT) {
      list.add(new Found(rule, spot, List.of(expected)));
    } else {
      overflown = true;
    }
  }

  /** Remembers a person's name for the sightings. */
  void name(PersonKey person, String name) {
    names.putIfAbsent(person, name);
  }

  boolean truncated() {
    return overflown || found.values().stream().mapToInt(List::size).sum() > LIMIT;
  }

  /** All, worst first; the last tells that there are more, if so. */
  List<Finding> sorted() {
    var all =
        found.values().stream()
            .flatMap(List::stream)
            .map(this::finding)
            .sorted(WORST_FIRST)
            .limit(LIMIT)
            .toList();
    if (!truncated()) {
      return all;
    }
    var more = new ArrayList<>(all);
    more.add(
        finding(new Found(rules.of(Fault.TRUNCATED), Spot.file(all.getLast().file()), List.of())));
    return List.copyOf(more);
  }

  private Finding finding(Found one) {
    var spot = one.spot();
    var field = spot.field();
    return new Finding(
        spot.file(),
        spot.line(),
        field == null ? null : field.no(),
        field == null ? null : field.name(),
        one.rule().code(),
        one.rule().severity(),
        filled(one.rule().message(), one.expected()),
        one.rule().remedy(),
        sighting(spot));
  }

  private Optional<Finding.Sighting> sighting(Spot spot) {
    var person = spot.person();
    String name = person == null ? "" : names.getOrDefault(person, "");
    return spot.value().isEmpty() && name.isEmpty()
        ? Optional.empty()
        : Optional.of(new Finding.Sighting(spot.value(), name));
  }

  private static String filled(String message, List<Object> expected) {
    String text = message;
    for (int i = 0; i < expected.size(); i++) {
      text = text.replace("{" + i + "}", String.valueOf(expected.get(i)));
    }
    return text;
  }
}
