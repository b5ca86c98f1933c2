package jp.careplan.exchange.internal.standard;

import static java.util.Comparator.comparingLong;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the sending units (送信単位) among files. */
final class Units {
  private final ServiceKinds kinds;

  Units(ServiceKinds kinds) {
    this.kinds = kinds;
  }

  /**
   * The unit that holds all these files with least missing, if any does. Where care and prevention
   * send the same files, the sender's kind decides: a prevention planner or a prevention service
   * makes it prevention. Who plans care but answers a prevention planner with results does so in
   * prevention as well.
   */
  Optional<Unit> of(Collection<FileName> names) {
    var first = names.iterator().next();
    var types = types(names);
    boolean prevention = isPrevention(first);
    return first.edition().units().stream()
        .filter(u -> u.holds(types))
        .filter(u -> u.role() == Unit.Role.ANY || prevention == (u.role() == Unit.Role.PREVENTION))
        .min(
            comparingLong((Unit u) -> offMonth(u, names))
                .thenComparingLong(u -> u.missingFrom(types))
                .thenComparing(Unit::id));
  }

  /** How many files have a month where the unit has none, or none where it has one. */
  private static long offMonth(Unit unit, Collection<FileName> names) {
    return names.stream().filter(n -> n.hasMonth() != unit.isMonthly()).count();
  }

  private boolean isPrevention(FileName name) {
    if (name.senderKind().isEmpty()) {
      return false;
    }
    return kinds.isPrevention(name.senderKind())
        || (!name.type().fromPlanner() && kinds.isPrevention(name.receiverKind()));
  }

  /**
   * Parts files of one address and one sequence number into units. Care software may export several
   * units in the same second, so each complete set stands for itself; what is left over is one
   * group, which the check will refuse.
   */
  List<List<FileName>> part(List<FileName> names) {
    List<List<FileName>> complete = new ArrayList<>();
    List<FileName> left = new ArrayList<>();
    Map<String, List<FileName>> byMonth = new LinkedHashMap<>();
    for (var name : names) {
      byMonth
          .computeIfAbsent(name.hasMonth() ? name.month() : "", m -> new ArrayList<>())
          .add(name);
    }
    for (var sameMonth : byMonth.values()) {
      for (var kin : kin(sameMonth)) {
        boolean whole = of(kin).filter(u -> u.completeWith(types(kin))).isPresent();
        if (whole) {
          complete.add(kin);
        } else {
          left.addAll(kin);
        }
      }
    }
    if (!left.isEmpty()) {
      complete.add(left);
    }
    return complete;
  }

  /** Parts files into sets within which each shares a unit with another. */
  private static List<List<FileName>> kin(List<FileName> names) {
    List<List<FileName>> sets = new ArrayList<>();
    for (var name : names) {
      List<FileName> merged = new ArrayList<>();
      merged.add(name);
      List<List<FileName>> apart = new ArrayList<>();
      for (var set : sets) {
        if (set.stream().anyMatch(n -> shareUnit(n, name))) {
          merged.addAll(0, set);
        } else {
          apart.add(set);
        }
      }
      apart.add(merged);
      sets = apart;
    }
    return sets;
  }

  private static boolean shareUnit(FileName one, FileName other) {
    var both = new HashSet<RecordType>(List.of(one.type()));
    both.add(other.type());
    return one.edition().units().stream().anyMatch(u -> u.holds(both));
  }

  private static Set<RecordType> types(Collection<FileName> names) {
    return names.stream().map(FileName::type).collect(Collectors.toSet());
  }
}
