package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.cert.X509CRL;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The lists of outside authorities. */
@ApplicationScoped
@Transactional
class RevocationListStore {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  /**
   * When a list was fetched and until when it speaks.
   *
   * @param fetchedAt the last time it could be fetched
   */
  record Age(Instant fetchedAt, Instant thisUpdate, Instant nextUpdate) {}

  Optional<Age> ageOf(String address) {
    return em.createQuery(
            "select l.fetchedAt, l.thisUpdate, l.nextUpdate from RevocationListRow l where l.id ="
                + " :id",
            Object[].class)
        .setParameter("id", RevocationListRow.idOf(address))
        .getResultStream()
        .findFirst()
        .map(row -> new Age((Instant) row[0], (Instant) row[1], (Instant) row[2]));
  }

  Optional<byte[]> contentOf(String address) {
    return Optional.ofNullable(em.find(RevocationListRow.class, RevocationListRow.idOf(address)))
        .map(RevocationListRow::content);
  }

  /** Changes with every list that is taken in. */
  Object revisionOf(Collection<String> addresses) {
    if (addresses.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select l.id, l.thisUpdate from RevocationListRow l where l.id in :ids order by l.id",
            Object[].class)
        .setParameter("ids", addresses.stream().map(RevocationListRow::idOf).toList())
        .getResultStream()
        .map(List::of)
        .toList();
  }

  void take(String address, byte[] der, X509CRL list) {
    RevocationListRow row = em.find(RevocationListRow.class, RevocationListRow.idOf(address));
    Instant thisUpdate = list.getThisUpdate().toInstant();
    Instant nextUpdate = list.getNextUpdate().toInstant();
    if (row == null) {
      em.persist(new RevocationListRow(address, der, thisUpdate, nextUpdate, clock.instant()));
    } else {
      row.take(der, thisUpdate, nextUpdate, clock.instant());
    }
  }
}
