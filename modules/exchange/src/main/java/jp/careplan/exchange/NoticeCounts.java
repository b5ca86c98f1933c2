package jp.careplan.exchange;

import static jp.careplan.exchange.TransmissionStatus.SENT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import jp.careplan.application.Rights;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;

/**
 * What a notice tells: numbers alone, and none of what its reader may not see. Always inside a
 * caller's transaction.
 */
@ApplicationScoped
class NoticeCounts {
  private static final String HERE = "t.recipient = :office and t.status = :sent";
  private static final String THERE = "t.sender = :office and t.status = :sent";
  private static final String SPAN = " and t.sentAt >= :from and t.sentAt < :until";

  @PersistenceContext private EntityManager em;

  /** Half open, as all spans are. */
  record Span(Instant from, Instant until) {}

  long unread(OfficeNumber office, Rights rights) {
    return query(HERE, "t.recipientKind", office, rights).getSingleResult();
  }

  /** Arrived since the mailbox stood at this number, and not received yet. */
  long unreadSince(OfficeNumber office, Rights rights, long number) {
    return query(HERE + " and t.inboxNumber > :number", "t.recipientKind", office, rights)
        .setParameter("number", number)
        .getSingleResult();
  }

  long unread(OfficeNumber office, Rights rights, Span span) {
    return within(query(HERE + SPAN, "t.recipientKind", office, rights), span);
  }

  /** Sent by the office, and not received by the partner. */
  long notReceived(OfficeNumber office, Rights rights, Span span) {
    return within(query(THERE + SPAN, "t.senderKind", office, rights), span);
  }

  private static long within(TypedQuery<Long> query, Span span) {
    return query
        .setParameter("from", span.from())
        .setParameter("until", span.until())
        .getSingleResult();
  }

  private TypedQuery<Long> query(String where, String kind, OfficeNumber office, Rights rights) {
    String limit = rights.isLimited() ? " and " + kind + " in :kinds" : "";
    TypedQuery<Long> query =
        em.createQuery("select count(t) from Transmission t where " + where + limit, Long.class)
            .setParameter("office", office.value())
            .setParameter("sent", SENT);
    return rights.isLimited()
        ? query.setParameter("kinds", rights.kinds().stream().map(ServiceKind::value).toList())
        : query;
  }
}
