package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jp.careplan.kernel.OfficeNumber;

/**
 * Lets the acts of one office come one after the other, until the transaction ends: the row of its
 * mailbox is the lock.
 */
@ApplicationScoped
class OfficeLock {
  @PersistenceContext private EntityManager em;

  void hold(OfficeNumber office) {
    em.createNativeQuery(
            "INSERT INTO exchange_mailbox (office, last_number) VALUES (?, 0)"
                + " ON DUPLICATE KEY UPDATE last_number = last_number")
        .setParameter(1, office.value())
        .executeUpdate();
    em.createNativeQuery("UPDATE exchange_mailbox SET last_number = last_number WHERE office = ?")
        .setParameter(1, office.value())
        .executeUpdate();
  }
}
