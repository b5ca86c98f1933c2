package jp.careplan.kernel;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class KeyChoicesService implements KeyChoices {
  private static final System.Logger LOG = System.getLogger(KeyChoicesService.class.getName());
  private static final Duration SAY_AGAIN = Duration.ofSeconds(5);
  private static final Duration ALIVE = Duration.ofSeconds(30);
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  private final String node = UUID.randomUUID().toString();
  private Map<String, String> inForce = Map.of();
  private Instant saidAlive = Instant.EPOCH;

  @PersistenceContext private EntityManager em;
  @Inject private KeyStoreFile keys;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  @Override
  @Transactional
  public void follow() {
    keys.readAgainIfChanged();
    Map<String, String> decided = decided();
    for (Map.Entry<String, String> newest : newest().entrySet()) {
      if (!decided.containsKey(newest.getKey())) {
        decide(newest.getKey(), newest.getValue());
        decided = decided();
      }
    }
    decided.forEach(this::obey);
    sayAlive();
  }

  private void obey(String purpose, String alias) {
    if (keys.aliases().contains(alias)) {
      keys.choose(purpose, alias);
    } else if (!alias.equals(inForce.get(purpose))) {
      LOG.log(
          ERROR,
          "key in use is not in careplan.keys.file: {0}; what it seals cannot be opened here",
          alias);
    }
    inForce = with(purpose, alias);
  }

  private Map<String, String> with(String purpose, String alias) {
    Map<String, String> all = new TreeMap<>(inForce);
    all.put(purpose, alias);
    return Map.copyOf(all);
  }

  @Override
  @Transactional(dontRollbackOn = NotUsable.class)
  public void use(String alias) {
    follow();
    if (!keys.aliases().contains(alias)) {
      throw new NotUsable("no key " + alias + " in careplan.keys.file of this node");
    }
    List<String> without =
        alive().stream().filter(it -> !List.of(it.split(" ")).contains(alias)).toList();
    if (!without.isEmpty()) {
      throw new NotUsable(
          without.size() + " running node(s) do not hold " + alias + " yet; add it to their file");
    }
    String purpose = purpose(alias);
    em.createNativeQuery("UPDATE kernel_key_choice SET alias = ?, chosen_at = ? WHERE purpose = ?")
        .setParameter(1, alias)
        .setParameter(2, stored(Duration.ZERO))
        .setParameter(3, purpose)
        .executeUpdate();
    trail.append(new AuditTrail.Entry("server", "", "key-chosen", alias));
    keys.choose(purpose, alias);
    LOG.log(INFO, "key chosen alias={0}", alias);
  }

  @Override
  @Transactional
  public Map<String, String> inUse() {
    return decided();
  }

  @Override
  @Transactional
  public List<String> holders() {
    return alive();
  }

  private static String purpose(String alias) {
    return alias.substring(0, alias.lastIndexOf('-') + 1);
  }

  private Map<String, String> newest() {
    Map<String, String> newest = new TreeMap<>();
    for (String alias : keys.aliases()) {
      newest.merge(
          purpose(alias), alias, (one, other) -> number(one) > number(other) ? one : other);
    }
    return newest;
  }

  private static int number(String alias) {
    return Integer.parseInt(alias.substring(alias.lastIndexOf('-') + 1));
  }

  @SuppressWarnings("unchecked") // rows of one native query
  private Map<String, String> decided() {
    List<Object[]> rows =
        em.createNativeQuery("SELECT purpose, alias FROM kernel_key_choice").getResultList();
    return rows.stream()
        .collect(Collectors.toMap(row -> row[0].toString(), row -> row[1].toString()));
  }

  /** The first node that asks decides; whoever comes second reads what it decided. */
  private void decide(String purpose, String alias) {
    em.createNativeQuery(
            "INSERT INTO kernel_key_choice (purpose, alias, chosen_at) VALUES (?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE purpose = purpose")
        .setParameter(1, purpose)
        .setParameter(2, alias)
        .setParameter(3, stored(Duration.ZERO))
        .executeUpdate();
  }

  private void sayAlive() {
    Instant now = clock.instant();
    if (now.isBefore(saidAlive.plus(SAY_AGAIN)) && !now.isBefore(saidAlive)) {
      return;
    }
    saidAlive = now;
    em.createNativeQuery(
            "INSERT INTO kernel_key_holder (node, aliases, seen_at) VALUES (?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE aliases = VALUES(aliases), seen_at = VALUES(seen_at)")
        .setParameter(1, node)
        .setParameter(2, String.join(" ", keys.aliases()))
        .setParameter(3, stored(Duration.ZERO))
        .executeUpdate();
    em.createNativeQuery("DELETE FROM kernel_key_holder WHERE seen_at < ?")
        .setParameter(1, stored(FORGOTTEN))
        .executeUpdate();
  }

  @SuppressWarnings("unchecked") // one column of text
  private List<String> alive() {
    return em.createNativeQuery("SELECT aliases FROM kernel_key_holder WHERE seen_at >= ?")
        .setParameter(1, stored(ALIVE))
        .getResultList();
  }

  /** A moment before now as the columns have it. */
  private Object stored(Duration before) {
    return Objects.requireNonNull(
        new InstantConverter().convertToDatabaseColumn(clock.instant().minus(before)));
  }

  @Override
  public Set<String> held() {
    return new TreeSet<>(keys.aliases());
  }
}
