package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import jp.careplan.kernel.BusinessCalendar;
import jp.careplan.kernel.OfficeNumber;

/** The transactions of {@link NonDelivery}, one an office and working day. */
@ApplicationScoped
@Transactional
class UnreceivedReports {
  /** Days of standstill after which everything is still told. */
  private static final int DAYS_BACK = 5;

  @PersistenceContext private EntityManager em;
  @Inject private NoticeOrders orders;
  @Inject private BusinessCalendar calendar;

  /** Offices that have something unreceived of these days and were not told today, behind one. */
  List<String> untold(LocalDate today, String after, int most) {
    var offices = new TreeSet<String>();
    offices.addAll(side("sender", today, after, most));
    offices.addAll(side("recipient", today, after, most));
    return offices.stream().limit(most).toList();
  }

  private List<String> side(String side, LocalDate today, String after, int most) {
    return em.createQuery(
            ("select distinct t.%1$s from Transmission t where t.status = :sent"
                    + " and t.sentAt >= :from and t.sentAt < :until and t.%1$s > :after"
                    + " and not exists (select o.id from NoticeOrder o where o.office = t.%1$s)"
                    + " and not exists (select u.office from UnreceivedToldRow u"
                    + " where u.office = t.%1$s and u.toldOn >= :today) order by t.%1$s")
                .formatted(side),
            String.class)
        .setParameter("sent", TransmissionStatus.SENT)
        .setParameter("from", startOf(earliest(today)))
        .setParameter("until", startOf(orders.overdueBefore(today)))
        .setParameter("after", after)
        .setParameter("today", today)
        .setMaxResults(most)
        .getResultList();
  }

  /** Tells one office; nothing where another node was quicker. */
  void tell(OfficeNumber office, LocalDate today) {
    UnreceivedToldRow row =
        em.find(UnreceivedToldRow.class, office.value(), LockModeType.PESSIMISTIC_WRITE);
    LocalDate from = earliest(today);
    if (row == null) {
      em.persist(new UnreceivedToldRow(office, today));
    } else if (row.toldOn().isBefore(today)) {
      LocalDate told = orders.overdueBefore(row.toldOn());
      from = told.isAfter(from) ? told : from;
      row.told(today);
    } else {
      return;
    }
    em.flush(); // two at once meet here, before any mail
    orders.tellUnreceived(office, startOf(from), startOf(orders.overdueBefore(today)));
  }

  private LocalDate earliest(LocalDate today) {
    return orders.overdueBefore(calendar.before(today, DAYS_BACK));
  }

  private Instant startOf(LocalDate day) {
    return orders.startOf(day);
  }
}
