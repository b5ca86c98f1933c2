package jp.careplan.exchange;

import static jp.careplan.exchange.Webhooks.State.ACTIVE;

import jakarta.enterprise.context.ApplicationScoped;
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
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.OperatorSettings;
import jp.careplan.kernel.TimeOrderedId;
import jp.careplan.kernel.Vault;

/** What offices want called; each call a short transaction, never over a call itself. */
@ApplicationScoped
@Transactional
class WebhookRows {
  static final int MOST_EVENTS = 50;

  private static final int MOST = 5;

  @PersistenceContext private EntityManager em;
  @Inject private Vault vault;
  @Inject private NoticeOrders orders;
  @Inject private OperatorSettings settings;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  /**
   * What is to be told to whom.
   *
   * @param secret opened, for this call alone
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
  record Due(
      String id, OfficeNumber office, String url, byte[] secret, List<Mailboxes.Event> events) {
    @Override
    public String toString() {
      return "Due[" + id + "]";
    }
  }

  List<Webhooks.Hook> of(OfficeNumber office) {
    return ofOffice(office).stream().map(Webhook::hook).toList();
  }

  private List<Webhook> ofOffice(OfficeNumber office) {
    return em.createQuery(
            "select w from Webhook w where w.office = :office order by w.id", Webhook.class)
        .setParameter("office", office.value())
        .getResultList();
  }

  Webhooks.Hook add(OfficeSession by, String url, byte[] secret) {
    if (ofOffice(by.office()).size() >= MOST) {
      throw new DomainException(KeepingProblem.TOO_MANY_WEBHOOKS, "");
    }
    String id = TimeOrderedId.next();
    var hook =
        new Webhook(
            id,
            by,
            url,
            vault.seal(place(id), secret),
            orders.arrived(by.office()),
            clock.instant());
    em.persist(hook);
    audit(by, "webhook-added", id);
    return hook.hook();
  }

  void remove(OfficeSession by, String id) {
    em.remove(require(by, id));
    audit(by, "webhook-removed", id);
  }

  void resume(OfficeSession by, String id) {
    require(by, id).resume(clock.instant());
    audit(by, "webhook-resumed", id);
  }

  private Webhook require(OfficeSession by, String id) {
    return Optional.ofNullable(em.find(Webhook.class, id, LockModeType.PESSIMISTIC_WRITE))
        .filter(it -> it.office().equals(by.office()))
        .orElseThrow(() -> new DomainException(KeepingProblem.UNKNOWN_WEBHOOK, ""));
  }

  /** One of the caller's, to be tried with no event. */
  Due forTest(OfficeSession by, String id) {
    return due(require(by, id), List.of());
  }

  /** Those of an office that may be called now. */
  List<String> dueOf(OfficeNumber office) {
    return em.createQuery(
            "select w.id from Webhook w where w.office = :office and w.status = :active"
                + " and w.nextAt <= :now",
            String.class)
        .setParameter("office", office.value())
        .setParameter("active", ACTIVE)
        .setParameter("now", clock.instant())
        .getResultList();
  }

  /** Those that have something new and may be called now: what no bell rang for. */
  List<String> due() {
    return em.createQuery(
            "select w.id from Webhook w where w.status = :active and w.nextAt <= :now"
                + " and exists (select e.office from TransmissionEvent e"
                + " where e.office = w.office and e.number > w.toldNumber)",
            String.class)
        .setParameter("active", ACTIVE)
        .setParameter("now", clock.instant())
        .getResultList();
  }

  /** What to tell one now; nothing where another node is at it, or nothing is new. */
  Optional<Due> take(String id, Duration lease) {
    Webhook hook = em.find(Webhook.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (hook == null) {
      return Optional.empty();
    }
    List<Mailboxes.Event> events = eventsAfter(hook);
    if (events.isEmpty() || !hook.lease(clock.instant(), lease)) {
      return Optional.empty();
    }
    return Optional.of(due(hook, events));
  }

  private Due due(Webhook hook, List<Mailboxes.Event> events) {
    byte[] secret = vault.open(place(hook.id()), hook.secret());
    return new Due(hook.id(), hook.office(), hook.url(), secret, events);
  }

  private List<Mailboxes.Event> eventsAfter(Webhook hook) {
    return em.createQuery(
            "select e from TransmissionEvent e where e.office = :office and e.number > :after"
                + " order by e.number",
            TransmissionEvent.class)
        .setParameter("office", hook.office().value())
        .setParameter("after", hook.toldNumber())
        .setMaxResults(MOST_EVENTS)
        .getResultStream()
        .map(TransmissionEvent::event)
        .toList();
  }

  void told(String id, long number, String outcome) {
    Webhook hook = em.find(Webhook.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (hook != null) {
      hook.told(number, outcome, clock.instant());
    }
  }

  void failed(String id, String outcome) {
    Webhook hook = em.find(Webhook.class, id, LockModeType.PESSIMISTIC_WRITE);
    Duration patience = Duration.ofDays(settings.number(RetentionSettings.WEBHOOK_DAYS));
    if (hook == null || !hook.failed(outcome, clock.instant(), patience)) {
      return;
    }
    trail.append(new AuditTrail.Entry("webhook", hook.office().value(), "webhook-stopped", id));
    Map<String, String> values = Map.of("days", String.valueOf(patience.toDays()));
    orders.tellOffice(
        hook.office(),
        settings.filled(RetentionSettings.WEBHOOK_STOPPED.subject(), values),
        settings.filled(RetentionSettings.WEBHOOK_STOPPED.body(), values) + "\n");
  }

  static String place(String id) {
    return "exchange_webhook/" + id;
  }

  private void audit(OfficeSession by, String action, String id) {
    trail.append(new AuditTrail.Entry(by.user().value(), by.office().value(), action, id));
  }
}
