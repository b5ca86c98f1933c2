package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jp.careplan.kernel.Worker;

/**
 * Counts by rule and day, and nothing else: who asked what is nowhere in it. A message waits for
 * none of it; what a node counted in the last seconds is lost when it is killed.
 */
@ApplicationScoped
class RuleUsage implements Worker {
  private static final int KEPT_DAYS = 400;
  private static final Duration REST = Duration.ofSeconds(5);

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  private final Map<Key, Counts> counted = new ConcurrentHashMap<>();

  private record Key(String rule, LocalDate day) {}

  private record Counts(long answered, long person, long noneOf, long unhelpful) {
    Counts plus(Counts more) {
      return new Counts(
          answered + more.answered,
          person + more.person,
          noneOf + more.noneOf,
          unhelpful + more.unhelpful);
    }
  }

  void answered(String rule) {
    count(rule, new Counts(1, 0, 0, 0));
  }

  void askedForPerson(String rule) {
    count(rule, new Counts(0, 1, 0, 0));
  }

  void noneOf(String rule) {
    count(rule, new Counts(0, 0, 1, 0));
  }

  void unhelpful(String rule) {
    count(rule, new Counts(0, 0, 0, 1));
  }

  private void count(String rule, Counts one) {
    if (!rule.isEmpty()) {
      counted.merge(new Key(rule, LocalDate.now(clock)), one, Counts::plus);
    }
  }

  @Override
  public Duration rest() {
    return REST;
  }

  /** Writes down what was counted; where that fails it is counted again. */
  @Override
  @Transactional
  public void work() {
    Map<Key, Counts> now = taken();
    try {
      now.entrySet().stream()
          .sorted(
              Comparator.comparing(
                  it -> it.getKey().rule())) // nodes wait, and never for each other
          .forEach(it -> write(it.getKey(), it.getValue()));
    } catch (PersistenceException e) {
      now.forEach((key, counts) -> counted.merge(key, counts, Counts::plus));
      throw e;
    }
  }

  private Map<Key, Counts> taken() {
    Map<Key, Counts> now = new HashMap<>();
    for (Key key : List.copyOf(counted.keySet())) {
      Counts counts = counted.remove(key);
      if (counts != null) {
        now.put(key, counts);
      }
    }
    return now;
  }

  private void write(Key key, Counts counts) {
    em.createNativeQuery(
            "INSERT INTO support_chat_usage (name, used_on, answered, person, none_of, unhelpful)"
                + " VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE answered = answered +"
                + " VALUES(answered), person = person + VALUES(person), none_of = none_of +"
                + " VALUES(none_of), unhelpful = unhelpful + VALUES(unhelpful)")
        .setParameter(1, key.rule())
        .setParameter(2, key.day())
        .setParameter(3, counts.answered())
        .setParameter(4, counts.person())
        .setParameter(5, counts.noneOf())
        .setParameter(6, counts.unhelpful())
        .executeUpdate();
  }

  /** By rule, of the last days and today. */
  @Transactional
  public Map<String, RuleEditing.Usage> last(int days) {
    Map<String, RuleEditing.Usage> found = new HashMap<>();
    List<?> rows =
        em.createNativeQuery(
                "SELECT name, SUM(answered), SUM(person), SUM(none_of), SUM(unhelpful) FROM"
                    + " support_chat_usage WHERE used_on > ? GROUP BY name")
            .setParameter(1, LocalDate.now(clock).minusDays(days))
            .getResultList();
    for (Object it : rows) {
      Object[] row = (Object[]) it;
      found.put(
          String.valueOf(row[0]),
          new RuleEditing.Usage(sum(row[1]), sum(row[2]), sum(row[3]), sum(row[4])));
    }
    return found;
  }

  private static long sum(Object value) {
    return ((Number) value).longValue();
  }

  /** Deletes old days; how many of at most {@code most}. */
  @Transactional
  public int purge(int most) {
    return em.createNativeQuery("DELETE FROM support_chat_usage WHERE used_on < ? LIMIT ?")
        .setParameter(1, LocalDate.now(clock).minusDays(KEPT_DAYS))
        .setParameter(2, most)
        .executeUpdate();
  }
}
