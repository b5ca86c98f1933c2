package jp.careplan.exchange;

import static jp.careplan.exchange.ExchangeProblem.NOT_YOURS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.Mailboxes.Filter;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;
import org.jspecify.annotations.Nullable;

/** The stored transmissions and the mailboxes' counters; always inside a caller's transaction. */
@ApplicationScoped
class Transmissions {
  /** Of one month between two offices: more are not opened to find a person. */
  private static final int MOST_PLANS = 10;

  @PersistenceContext private EntityManager em;
  @Inject private People people;

  Optional<Transmission> find(TransmissionId id) {
    return Optional.ofNullable(em.find(Transmission.class, id.value()));
  }

  Transmission require(TransmissionId id, OfficeSession by) {
    return find(id).orElseThrow(() -> new DomainException(NOT_YOURS, "")).visibleTo(by);
  }

  /** All of them, in no order; refused where one is not visible. */
  List<Transmission> requireAll(List<TransmissionId> ids, OfficeSession by) {
    List<Transmission> found =
        em.createQuery("select t from Transmission t where t.id in :ids", Transmission.class)
            .setParameter("ids", ids.stream().map(TransmissionId::value).toList())
            .getResultList();
    if (found.size() < ids.size()) {
      throw new DomainException(NOT_YOURS, "");
    }
    found.forEach(transmission -> transmission.visibleTo(by));
    return found;
  }

  /** The same, but whoever comes second waits here and then sees what the first one did. */
  Transmission requireLocked(TransmissionId id, OfficeSession by) {
    return Optional.ofNullable(
            em.find(Transmission.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
        .orElseThrow(() -> new DomainException(NOT_YOURS, ""))
        .visibleTo(by);
  }

  /**
   * Whether nothing stands under this ID and this office sent nothing of the same content that it
   * did not take back: one look for what is true of nearly every offer.
   */
  boolean isNew(TransmissionId id, OfficeNumber sender, String contentHash) {
    return em.createQuery(
            "select t.id from Transmission t where t.id = :id"
                + " union all select s.id from Transmission s where s.sender = :sender"
                + " and s.contentHash = :hash and s.status <> :withdrawn",
            String.class)
        .setParameter("id", id.value())
        .setParameter("sender", sender.value())
        .setParameter("hash", contentHash)
        .setParameter("withdrawn", TransmissionStatus.WITHDRAWN)
        .getResultList()
        .isEmpty();
  }

  /** The first one with the same content that this office sent and did not take back. */
  Optional<Transmission> findSame(OfficeNumber sender, String contentHash) {
    return em.createQuery(
            "select t from Transmission t where t.sender = :sender and t.contentHash = :hash"
                + " and t.status <> :withdrawn order by t.sentAt",
            Transmission.class)
        .setParameter("sender", sender.value())
        .setParameter("hash", contentHash)
        .setParameter("withdrawn", TransmissionStatus.WITHDRAWN)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /**
   * The plans of the month that a result is of, newest first; taken back ones, and those sent to
   * the wrong office, are none.
   */
  List<Transmission> plansOf(Transmission result) {
    if (!result.kind().equals("result")) {
      return List.of();
    }
    return em.createQuery(
            "select t from Transmission t where t.sender = :planner and t.recipient = :server"
                + " and t.kind = 'plan' and t.serviceMonth = :month and t.recipientKind = :kind"
                + " and t.status <> :withdrawn and t.frozenAt is null and t.erasedAt is null"
                + " order by t.sentAt desc",
            Transmission.class)
        .setParameter("planner", result.recipient().value())
        .setParameter("server", result.sender().value())
        .setParameter("month", result.serviceMonth())
        .setParameter("kind", result.serverKind())
        .setParameter("withdrawn", TransmissionStatus.WITHDRAWN)
        .setMaxResults(MOST_PLANS)
        .getResultList();
  }

  /** By ID, of those among them that this office sent or got. */
  Map<String, String> receiptNumbers(Collection<String> ids, OfficeSession by) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    Map<String, String> numbers = new HashMap<>();
    em.createQuery(
            "select t.id, t.receiptNumber from Transmission t where t.id in :ids"
                + " and (t.sender = :office or t.recipient = :office)",
            Object[].class)
        .setParameter("ids", ids)
        .setParameter("office", by.office().value())
        .getResultList()
        .forEach(row -> numbers.put((String) row[0], (String) row[1]));
    return numbers;
  }

  StoredReceipt receipt(TransmissionId id) {
    return em.find(StoredReceipt.class, id.value());
  }

  /** Null where it was kept long enough. */
  @Nullable TransmissionContent content(TransmissionId id) {
    return em.find(TransmissionContent.class, id.value());
  }

  /** Whether its files are still kept; loads nothing of them. */
  boolean hasContent(TransmissionId id) {
    return em.createQuery(
                "select count(c) from TransmissionContent c where c.transmissionId = :id",
                Long.class)
            .setParameter("id", id.value())
            .getSingleResult()
        > 0;
  }

  Optional<TransmissionContent> newestContent() {
    return em.createQuery(
            "select c from TransmissionContent c order by c.transmissionId desc",
            TransmissionContent.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  List<TransmissionFile> files(TransmissionId id) {
    return em.createQuery(
            "select f from TransmissionFile f where f.transmissionId = :id order by f.position",
            TransmissionFile.class)
        .setParameter("id", id.value())
        .getResultList();
  }

  List<Finding> findings(TransmissionId id) {
    return em.createQuery(
            "select f from TransmissionFinding f where f.transmissionId = :id order by f.position",
            TransmissionFinding.class)
        .setParameter("id", id.value())
        .getResultStream()
        .map(TransmissionFinding::finding)
        .toList();
  }

  List<TransmissionDetail.Step> history(TransmissionId id) {
    return em.createQuery(
            "select e from TransmissionEvent e where e.transmissionId = :id order by e.occurredAt",
            TransmissionEvent.class)
        .setParameter("id", id.value())
        .getResultStream()
        .map(TransmissionEvent::step)
        .distinct() // the end of its time is told to both sides
        .toList();
  }

  List<TransmissionEvent> eventsAfter(OfficeSession by, long after, int limit) {
    return within(
            by,
            "select e from TransmissionEvent e where e.office = :office and e.number > :after",
            " and exists (select t from Transmission t where t.id = e.transmissionId"
                + " and (t.sender = :office and t.senderKind in :kinds"
                + " or t.recipient = :office and t.recipientKind in :kinds))",
            " order by e.number",
            TransmissionEvent.class)
        .setParameter("after", after)
        .setMaxResults(limit)
        .getResultList();
  }

  /**
   * A query of the caller's office.
   *
   * @param limit what keeps it within {@code :kinds}, where the caller sees only some
   */
  private <T> TypedQuery<T> within(
      OfficeSession by, String query, String limit, String order, Class<T> type) {
    boolean limited = by.rights().isLimited();
    TypedQuery<T> made =
        em.createQuery(query + (limited ? limit : "") + order, type)
            .setParameter("office", by.office().value());
    return limited
        ? made.setParameter("kinds", by.rights().kinds().stream().map(ServiceKind::value).toList())
        : made;
  }

  /** Stores all parts of a new transmission; the mailbox's row is locked last and shortest. */
  void add(
      SealedUnit unit,
      TransmissionContent content,
      StoredReceipt receipt,
      java.util.function.LongFunction<Transmission> transmission,
      OfficeSession by,
      Instant at) {
    var id = new TransmissionId(content.transmissionId());
    em.persist(content);
    em.persist(receipt);
    for (int i = 0; i < unit.files().size(); i++) {
      em.persist(new TransmissionFile(id, i, unit.files().get(i)));
    }
    for (int i = 0; i < unit.findings().size(); i++) {
      em.persist(new TransmissionFinding(id, i, unit.findings().get(i)));
    }
    em.flush();
    people.add(id, unit.sender(), unit.recipient(), unit.index());
    OfficeNumber recipient = unit.recipient().number();
    long number = nextNumber(recipient);
    em.persist(transmission.apply(number));
    em.persist(new TransmissionEvent(recipient, number, id, TransmissionStatus.SENT, by, "", at));
  }

  /** Tells the other side of a step, under the next number of its mailbox. */
  void tell(
      OfficeNumber told,
      Transmission transmission,
      TransmissionStatus reached,
      OfficeSession by,
      String message,
      Instant at) {
    em.flush(); // a lost race for the state shows here, before the mailbox is locked
    em.persist(
        new TransmissionEvent(told, nextNumber(told), transmission.id(), reached, by, message, at));
  }

  /** The last number given in an office's mailbox; 0 where none was. */
  long newestNumber(OfficeNumber office) {
    List<?> number =
        em.createNativeQuery("SELECT last_number FROM exchange_mailbox WHERE office = ?")
            .setParameter(1, office.value())
            .getResultList();
    return number.isEmpty() ? 0 : ((Number) number.getFirst()).longValue();
  }

  /** Tells a side of a step that nobody took: of its time that is over. */
  void tellOfItself(OfficeNumber told, Transmission transmission, String actor, Instant at) {
    em.flush();
    em.persist(new TransmissionEvent(told, nextNumber(told), transmission, actor, at));
  }

  private long nextNumber(OfficeNumber office) {
    int updated =
        em.createNativeQuery(
                "UPDATE exchange_mailbox SET last_number = last_number + 1 WHERE office = ?")
            .setParameter(1, office.value())
            .executeUpdate();
    if (updated == 0) {
      em.createNativeQuery(
              "INSERT INTO exchange_mailbox (office, last_number) VALUES (?, 1)"
                  + " ON DUPLICATE KEY UPDATE last_number = last_number + 1")
          .setParameter(1, office.value())
          .executeUpdate();
    }
    return ((Number)
            em.createNativeQuery("SELECT last_number FROM exchange_mailbox WHERE office = ?")
                .setParameter(1, office.value())
                .getSingleResult())
        .longValue();
  }

  List<Transmission> inbox(OfficeSession by, Filter filter, long before, int limit) {
    return list(
        "t.recipient = :office and t.inboxNumber < :before",
        "t.inboxNumber desc",
        by,
        filter,
        Map.of("before", before),
        "t.sender",
        " and t.recipientKind in :kinds",
        limit);
  }

  List<Transmission> inboxAfter(OfficeSession by, Filter filter, long after, int limit) {
    return list(
        "t.recipient = :office and t.inboxNumber > :after",
        "t.inboxNumber",
        by,
        filter,
        Map.of("after", after),
        "t.sender",
        " and t.recipientKind in :kinds",
        limit);
  }

  List<Transmission> sent(
      OfficeSession by, Filter filter, Instant before, String beforeId, int limit) {
    return list(
        "t.sender = :office and t.sentAt <= :before and (t.sentAt < :before or t.id < :id)",
        "t.sentAt desc, t.id desc",
        by,
        filter,
        Map.of("before", before, "id", beforeId),
        "t.recipient",
        " and t.senderKind in :kinds",
        limit);
  }

  private List<Transmission> list(
      String where,
      String order,
      OfficeSession by,
      Filter filter,
      Map<String, Object> bounds,
      String partner,
      String kinds,
      int limit) {
    var conditions = new ArrayList<String>(List.of(where));
    var parameters = new HashMap<String, Object>(bounds);
    if (filter.unreadOnly() || filter.failedOnly()) {
      conditions.add("t.status = :status");
      parameters.put(
          "status",
          filter.failedOnly() ? TransmissionStatus.IMPORT_FAILED : TransmissionStatus.SENT);
    }
    filter
        .partner()
        .ifPresent(number -> {
          conditions.add(partner + " = :partner");
          parameters.put("partner", number);
        });
    filter
        .month()
        .ifPresent(month -> {
          conditions.add("t.serviceMonth = :month");
          parameters.put("month", month);
        });
    filter
        .kind()
        .ifPresent(kind -> {
          conditions.add("t.kind = :kind");
          parameters.put("kind", kind);
        });
    TypedQuery<Transmission> query =
        within(
            by,
            "select t from Transmission t where " + String.join(" and ", conditions),
            kinds,
            " order by " + order,
            Transmission.class);
    parameters.forEach(query::setParameter);
    return query.setMaxResults(limit).getResultList();
  }

  long countInbox(OfficeSession by, TransmissionStatus status) {
    return within(
            by,
            "select count(t) from Transmission t where t.recipient = :office and t.status = :status",
            " and t.recipientKind in :kinds",
            "",
            Long.class)
        .setParameter("status", status)
        .getSingleResult();
  }

  long countSent(OfficeSession by, TransmissionStatus status) {
    return within(
            by,
            "select count(t) from Transmission t where t.sender = :office and t.status = :status",
            " and t.senderKind in :kinds",
            "",
            Long.class)
        .setParameter("status", status)
        .getSingleResult();
  }

  long countSentSince(OfficeSession by, Instant since) {
    return within(
            by,
            "select count(t) from Transmission t where t.sender = :office and t.sentAt >= :since",
            " and t.senderKind in :kinds",
            "",
            Long.class)
        .setParameter("since", since)
        .getSingleResult();
  }
}
