package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import jp.careplan.kernel.OfficeNumber;

/** Where offices want notices. */
@ApplicationScoped
class OfficeMailAddresses {
  @PersistenceContext private EntityManager em;

  /** Each once, of those that gave one and are not closed; one query, however many are asked. */
  List<String> of(Collection<OfficeNumber> offices) {
    if (offices.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select distinct o.mail from Office o where o.number in :numbers and o.mail <> ''"
                + " and o.status <> :closed order by o.mail",
            String.class)
        .setParameter("numbers", offices.stream().map(OfficeNumber::value).toList())
        .setParameter("closed", OfficeStatus.CLOSED.name())
        .getResultList();
  }
}
