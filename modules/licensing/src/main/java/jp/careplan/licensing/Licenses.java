package jp.careplan.licensing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;

/** Periods and what holds for all of them. */
@ApplicationScoped
@Transactional
class Licenses {
  @PersistenceContext private EntityManager em;

  /** All periods of an office, the earliest first. */
  List<License> of(OfficeNumber office) {
    return em.createQuery(
            "select l from License l where l.office = :office order by l.from", License.class)
        .setParameter("office", office.value())
        .getResultList();
  }

  Optional<License> last(OfficeNumber office) {
    return of(office).stream().reduce((earlier, later) -> later);
  }

  Optional<Subscription> subscription(OfficeNumber office) {
    return Optional.ofNullable(em.find(Subscription.class, office.value()));
  }

  /** Two who change the periods of one office come one after the other. */
  Optional<Subscription> locked(OfficeNumber office) {
    return Optional.ofNullable(
        em.find(Subscription.class, office.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  void add(Subscription subscription) {
    em.persist(subscription);
    em.flush(); // of two first applications at once the second ends here
  }

  void add(License license) {
    em.persist(license);
  }

  void remove(License license) {
    em.remove(license);
  }

  /** Offices that renew by themselves and whose last period ends before a day, by number. */
  List<OfficeNumber> dueBefore(LocalDate day, String after, int most) {
    return em.createQuery(
            "select l.office from License l, Subscription s where s.office = l.office and"
                + " s.autoRenewal = true and s.suspendedSince is null and l.office > :after"
                + " group by l.office having max(l.until) < :day order by l.office",
            String.class)
        .setParameter("day", day)
        .setParameter("after", after)
        .setMaxResults(most)
        .getResultStream()
        .map(OfficeNumber::new)
        .toList();
  }
}
