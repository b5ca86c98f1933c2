package jp.careplan.application;

import static jp.careplan.application.DeskProblem.LAST_OPERATOR;
import static jp.careplan.application.DeskProblem.OPERATOR_EXISTS;
import static jp.careplan.application.DeskProblem.UNKNOWN_OPERATOR;
import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import jp.careplan.application.internal.Passwords;
import jp.careplan.application.internal.Secrets;
import jp.careplan.application.internal.Totp;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;

@ApplicationScoped
@Transactional
class OperatorService implements OperatorAccounts, OperatorRegistration {
  /** The actor of what is done by a command on the server. */
  private static final String SERVER = "server";

  @PersistenceContext private EntityManager em;
  @Inject private OperatorStore store;
  @Inject private Passwords passwords;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  @Override
  public List<Entry> all(OperatorSession by) {
    by.requireWholeCountry(OPERATOR);
    return em.createQuery("select o from Operator o order by o.id", Operator.class)
        .getResultStream()
        .map(this::entry)
        .toList();
  }

  private Entry entry(Operator operator) {
    return new Entry(
        operator.id(),
        operator.roles(),
        operator.prefectures(),
        operator.isEnabled(),
        operator.isReady(),
        store.sessionsOf(operator.id()).size());
  }

  @Override
  public String add(
      OperatorSession by,
      OperatorId operator,
      Set<OperatorRole> roles,
      Set<String> prefectures,
      String reason) {
    by.requireWholeCountry(OPERATOR);
    String kept = OperatorSession.reason(reason);
    return added(by.operator().value(), operator, roles, prefectures, kept);
  }

  @Override
  public String add(OperatorId operator, Set<OperatorRole> roles, Set<String> prefectures) {
    return added(SERVER, operator, roles, prefectures, "");
  }

  private String added(
      String actor,
      OperatorId id,
      Set<OperatorRole> roles,
      Set<String> prefectures,
      String reason) {
    var operator = new Operator(id, roles, prefectures, clock.instant());
    if (em.find(Operator.class, id.value()) != null) {
      throw new DomainException(OPERATOR_EXISTS, "");
    }
    String wayIn = newWayIn(operator);
    em.persist(operator);
    audit(actor, "operator-added", id, reason);
    return wayIn;
  }

  private String newWayIn(Operator operator) {
    String wayIn = Secrets.newToken();
    operator.awaitSetUp(store.seal(operator.id(), Totp.newKey()), wayIn, clock.instant());
    return wayIn;
  }

  @Override
  public void change(
      OperatorSession by,
      OperatorId operator,
      Set<OperatorRole> roles,
      Set<String> prefectures,
      String reason) {
    change(by, operator, "operator-changed", reason, it -> it.charge(roles, prefectures));
  }

  @Override
  public void disable(OperatorSession by, OperatorId operator, String reason) {
    change(by, operator, "operator-disabled", reason, Operator::disable);
    store.endAll(operator);
  }

  @Override
  public void enable(OperatorSession by, OperatorId operator, String reason) {
    change(by, operator, "operator-enabled", reason, Operator::enable);
  }

  @Override
  public String reset(OperatorSession by, OperatorId operator, String reason) {
    by.requireWholeCountry(OPERATOR);
    String kept = OperatorSession.reason(reason);
    List<Operator> all = locked();
    String wayIn = resetBy(by.operator().value(), named(all, operator), kept);
    requireOneWhoLeads(all);
    return wayIn;
  }

  @Override
  public String reset(OperatorId operator) {
    return resetBy(SERVER, named(locked(), operator), "");
  }

  private String resetBy(String actor, Operator operator, String reason) {
    String wayIn = newWayIn(operator);
    store.forgetRecoveryCodes(operator.id());
    store.endAll(operator.id());
    audit(actor, "operator-reset", operator.id(), reason);
    return wayIn;
  }

  @Override
  public void endSessions(OperatorSession by, OperatorId operator, String reason) {
    change(by, operator, "operator-sessions-ended", reason, it -> store.endAll(it.id()));
  }

  @Override
  public void addForTrial(OperatorId id, String password, String key) {
    if (em.find(Operator.class, id.value()) == null) {
      var operator = new Operator(id, Set.of(OperatorRole.values()), Set.of(), clock.instant());
      operator.awaitSetUp(store.seal(id, Totp.key(key)), Secrets.newToken(), clock.instant());
      operator.setUp(passwords.hash(password));
      em.persist(operator);
      audit("demo", "operator-added", id, "");
    }
  }

  private void change(
      OperatorSession by,
      OperatorId operator,
      String action,
      String reason,
      Consumer<Operator> change) {
    by.requireWholeCountry(OPERATOR);
    String kept = OperatorSession.reason(reason);
    List<Operator> all = locked();
    change.accept(named(all, operator));
    requireOneWhoLeads(all);
    audit(by.operator().value(), action, operator, kept);
  }

  /** All rows, in one order: of two who would leave nobody to lead, the second sees it. */
  private List<Operator> locked() {
    return em.createQuery("select o from Operator o order by o.id", Operator.class)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList();
  }

  private static Operator named(List<Operator> all, OperatorId id) {
    return all.stream()
        .filter(operator -> operator.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new DomainException(UNKNOWN_OPERATOR, ""));
  }

  private static void requireOneWhoLeads(List<Operator> all) {
    if (all.stream().noneMatch(Operator::leads)) {
      throw new DomainException(LAST_OPERATOR, "");
    }
  }

  private void audit(String actor, String action, OperatorId subject, String reason) {
    trail.append(new AuditTrail.Entry(actor, "", action, subject.value(), reason));
  }
}
