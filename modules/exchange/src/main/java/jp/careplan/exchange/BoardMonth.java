package jp.careplan.exchange;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jp.careplan.exchange.MonthBoard.Absence;
import jp.careplan.exchange.MonthBoard.Awaited;
import jp.careplan.exchange.MonthBoard.Last;
import jp.careplan.exchange.MonthBoard.LineKey;
import jp.careplan.exchange.MonthBoard.Plans;
import jp.careplan.exchange.MonthBoard.Results;
import jp.careplan.exchange.MonthBoard.Tick;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceMonth;

/**
 * What there is of one service month, taken in in the order in which it was sent: of each person
 * the last version holds, a deletion takes it away.
 */
final class BoardMonth {
  /** Whose plans or results follow each other: both sides, and what the names say of the kind. */
  private record Pair(OfficeNumber partner, boolean planning, String serverKind) {}

  private record Share(String kind, String satellite) {}

  /** Where the plan of a person is that holds. */
  private record Holder(String transmission, int place) {}

  /** The plan of one person. */
  private static final class Planned {
    private final Map<Share, String> shares = new HashMap<>();
    private Holder holder = new Holder("", 0);
    private String content = "";
    private int versions;
    private boolean deleted;

    private void take(List<BoardPart> parts, String serverKind) {
      BoardPart first = parts.getFirst();
      deleted = first.deletes();
      holder = new Holder(first.transmission(), first.place());
      versions += deleted || !first.content().equals(content) ? 1 : 0;
      content = deleted ? "" : first.content();
      shares.clear();
      if (!deleted) {
        boolean named = parts.stream().anyMatch(it -> it.kind().equals(serverKind));
        parts.stream()
            .filter(it -> !named || it.kind().equals(serverKind))
            .forEach(it ->
                shares.put(
                    new Share(
                        named || serverKind.isEmpty() ? it.kind() : serverKind, it.satellite()),
                    it.kind().isEmpty() ? "" : it.services()));
      }
    }
  }

  /** What went one way of a line's pair. */
  private static final class Way {
    private Optional<Last> last = Optional.empty();
    private int waiting;

    private void take(BoardUnit unit) {
      last = Optional.of(unit.last());
      waiting += unit.status() == TransmissionStatus.SENT ? 1 : 0;
    }
  }

  private final Map<Pair, Map<String, Planned>> plans = new LinkedHashMap<>();
  private final Map<LineKey, Map<String, String>> results = new LinkedHashMap<>();
  private final Map<Pair, Way> planWays = new LinkedHashMap<>();
  private final Map<Pair, Way> resultWays = new LinkedHashMap<>();

  /**
   * @param parts of the unit; none where it is not indexed
   */
  void take(BoardUnit unit, List<BoardPart> parts) {
    var pair = new Pair(unit.partner(), unit.planning(), unit.serverKind());
    (unit.plan() ? planWays : resultWays).computeIfAbsent(pair, key -> new Way()).take(unit);
    Map<String, List<BoardPart>> people = new LinkedHashMap<>();
    parts.forEach(it -> people.computeIfAbsent(it.person(), key -> new ArrayList<>()).add(it));
    if (unit.plan()) {
      var known = plans.computeIfAbsent(pair, key -> new LinkedHashMap<>());
      people.forEach((person, own) ->
          known.computeIfAbsent(person, key -> new Planned()).take(own, unit.serverKind()));
    } else {
      parts.forEach(it -> result(unit, it));
    }
  }

  private void result(BoardUnit unit, BoardPart part) {
    if (part.deletes()) {
      results.forEach((key, people) -> {
        if (key.partner().equals(unit.partner())
            && key.planning() == unit.planning()
            && key.kind().equals(part.kind())) {
          people.remove(part.person());
        }
      });
    } else {
      results
          .computeIfAbsent(
              new LineKey(unit.partner(), unit.planning(), part.kind(), part.satellite()),
              key -> new HashMap<>())
          .put(part.person(), part.services());
    }
  }

  /** The lines that this month makes. */
  Set<LineKey> keys() {
    Set<LineKey> keys = new HashSet<>(results.keySet());
    plans.forEach((pair, people) ->
        people.values().stream()
            .flatMap(it -> it.shares.keySet().stream())
            .forEach(it -> keys.add(key(pair, it))));
    planWays.keySet().forEach(pair -> addBare(keys, pair));
    resultWays.keySet().forEach(pair -> addBare(keys, pair));
    return keys;
  }

  /** A line for what was sent, where no person makes one. */
  private static void addBare(Set<LineKey> keys, Pair pair) {
    boolean there =
        keys.stream()
            .anyMatch(it ->
                it.partner().equals(pair.partner())
                    && it.planning() == pair.planning()
                    && (pair.serverKind().isEmpty() || it.kind().equals(pair.serverKind())));
    if (!there) {
      keys.add(new LineKey(pair.partner(), pair.planning(), pair.serverKind(), ""));
    }
  }

  private static LineKey key(Pair pair, Share share) {
    return new LineKey(pair.partner(), pair.planning(), share.kind(), share.satellite());
  }

  /** Whether a pair's transmissions concern a line. */
  private static boolean concerns(Pair pair, LineKey key) {
    return pair.partner().equals(key.partner())
        && pair.planning() == key.planning()
        && (pair.serverKind().isEmpty() || pair.serverKind().equals(key.kind()));
  }

  Plans plans(LineKey key, Optional<Tick> tick) {
    Map<String, String> planned = planned(key);
    long changed =
        plans.entrySet().stream()
            .filter(it -> concerns(it.getKey(), key))
            .flatMap(it -> it.getValue().values().stream())
            .filter(it -> it.versions > 1)
            .filter(it -> it.deleted || it.shares.containsKey(share(key)))
            .count();
    Way way = way(planWays, key);
    return new Plans(planned.size(), (int) changed, way.waiting, way.last, tick);
  }

  private static Share share(LineKey key) {
    return new Share(key.kind(), key.satellite());
  }

  /** 実績を待つ人: those with a service in form 6, as their plans were sent. */
  List<Awaited> awaited(LineKey key, Map<String, Absence> absent) {
    Map<String, String> returned = results.getOrDefault(key, Map.of());
    List<Awaited> awaited = new ArrayList<>();
    plans.forEach((pair, people) -> {
      if (concerns(pair, key)) {
        people.forEach((person, it) -> {
          if (!it.shares.getOrDefault(share(key), "").isEmpty()) {
            awaited.add(
                new Awaited(
                    new TransmissionId(it.holder.transmission()),
                    it.holder.place(),
                    returned.containsKey(person),
                    Optional.ofNullable(absent.get(person))));
          }
        });
      }
    });
    return List.copyOf(awaited);
  }

  /** By person the visits that are planned. */
  private Map<String, String> planned(LineKey key) {
    Map<String, String> planned = new HashMap<>();
    plans.forEach((pair, people) -> {
      if (concerns(pair, key)) {
        people.forEach((person, it) -> {
          String visits = it.shares.get(share(key));
          if (visits != null) {
            planned.put(person, visits);
          }
        });
      }
    });
    return planned;
  }

  /**
   * @param absent who is 実績なし; a result that came all the same counts
   */
  Results results(LineKey key, ServiceMonth month, Optional<Tick> tick, Set<String> absent) {
    Map<String, String> planned = planned(key);
    planned.values().removeIf(String::isEmpty);
    Map<String, String> returned = results.getOrDefault(key, Map.of());
    int all = planned.size();
    planned.keySet().removeIf(it -> absent.contains(it) && !returned.containsKey(it));
    long back = planned.keySet().stream().filter(returned::containsKey).count();
    long different =
        returned.entrySet().stream()
            .filter(it -> planned.containsKey(it.getKey()))
            .filter(it -> !it.getValue().equals(planned.get(it.getKey())))
            .count();
    Way way = way(resultWays, key);
    return new Results(
        month,
        planned.size(),
        all - planned.size(),
        (int) back,
        (int) different,
        (int) (returned.size() - back),
        way.waiting,
        way.last,
        tick);
  }

  private static Way way(Map<Pair, Way> ways, LineKey key) {
    var sum = new Way();
    ways.forEach((pair, way) -> {
      if (concerns(pair, key)) {
        sum.waiting += way.waiting;
        boolean later =
            sum.last.isEmpty()
                || way.last.filter(it -> it.at().isAfter(sum.last.get().at())).isPresent();
        sum.last = later ? way.last : sum.last;
      }
    });
    return sum;
  }
}
