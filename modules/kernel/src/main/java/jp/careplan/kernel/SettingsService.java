package jp.careplan.kernel;

import static jp.careplan.kernel.KernelProblem.CHANGED_MEANWHILE;
import static jp.careplan.kernel.KernelProblem.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;

@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class SettingsService implements OperatorSettings, Worker {
  /** Something was decided in this transaction. */
  record Decided() {}

  @PersistenceContext private EntityManager em;
  @Inject @Any private Instance<DeclaredSettings> declared;
  @Inject private AuditTrail trail;
  @Inject private Config environment;
  @Inject private Event<Decided> decided;
  @Inject private Clock clock;

  private final RememberedSettings remembered = new RememberedSettings();
  private volatile long seen;

  @Override
  public String text(OperatorSetting setting) {
    return Optional.ofNullable(remembered.all(this::read).get(setting.key()))
        .orElseGet(() -> first(setting));
  }

  private Map<String, String> read() {
    return em.createQuery("select s from SettingRow s", SettingRow.class)
        .getResultStream()
        .collect(Collectors.toUnmodifiableMap(SettingRow::key, SettingRow::content));
  }

  @Override
  public String first(OperatorSetting setting) {
    return setting.environment().isEmpty()
        ? setting.fallback()
        : environment
            .getOptionalValue(setting.environment(), String.class)
            .orElse(setting.fallback());
  }

  @Override
  public int number(OperatorSetting setting) {
    return Integer.parseInt(text(setting));
  }

  @Override
  public String filled(OperatorSetting setting, Map<String, String> values) {
    return OperatorSetting.filled(text(setting), values);
  }

  @Override
  public List<OperatorSetting> all() {
    return declared.stream().flatMap(it -> it.settings().stream()).toList();
  }

  @Override
  public List<Change> historyOf(String key, int most) {
    return em.createQuery(
            "select c from SettingChange c where c.settingKey = :key order by c.id desc",
            SettingChange.class)
        .setParameter("key", key)
        .setMaxResults(most)
        .getResultStream()
        .map(SettingChange::view)
        .toList();
  }

  /** The revision's row lets those who change something come one after the other. */
  @Override
  @Transactional
  public void change(String key, String expected, String typed, String by, String reason) {
    OperatorSetting setting = require(key);
    String wanted = setting.checked(typed);
    em.createNativeQuery("UPDATE kernel_setting_revision SET counted = counted + 1 WHERE id = 1")
        .executeUpdate();
    SettingRow row = em.find(SettingRow.class, key, LockModeType.PESSIMISTIC_WRITE);
    String before = row == null ? first(setting) : row.content();
    if (!before.equals(expected)) {
      throw new DomainException(CHANGED_MEANWHILE, "");
    }
    if (row == null) {
      em.persist(new SettingRow(key, wanted));
    } else {
      row.decide(wanted);
    }
    var change = new Change(TimeOrderedId.next(), key, before, wanted, by, clock.instant(), reason);
    em.persist(new SettingChange(change));
    trail.append(new AuditTrail.Entry(by, "", "setting-changed", key, reason));
    decided.fire(new Decided());
  }

  private OperatorSetting require(String key) {
    return all().stream()
        .filter(it -> it.key().equals(key))
        .findFirst()
        .orElseThrow(() -> new DomainException(NOT_FOUND, ""));
  }

  void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Decided change) {
    remembered.forget();
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(1);
  }

  /** In a transaction: outside of one, a worker's entity manager may be closed already. */
  @Override
  @Transactional
  public void work() {
    long now =
        ((Number)
                em.createNativeQuery("SELECT counted FROM kernel_setting_revision WHERE id = 1")
                    .getSingleResult())
            .longValue();
    if (now != seen) {
      seen = now;
      remembered.forget();
    }
  }
}
