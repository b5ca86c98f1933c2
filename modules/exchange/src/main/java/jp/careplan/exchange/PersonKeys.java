package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import jp.careplan.exchange.internal.encryption.LookupHash;
import jp.careplan.kernel.WrappedKeys;

/**
 * The keyed hashes of people, brought under the look-up key in use: what was hashed with another is
 * put on the list of what is indexed anew from its content. Both keys find people meanwhile.
 */
@ApplicationScoped
@Transactional
class PersonKeys implements WrappedKeys {
  private static final int AT_ONCE = 500;
  private static final String OLD = " FROM exchange_person p WHERE p.key_name <> ?";
  private static final String NOT_LISTED =
      " AND NOT EXISTS (SELECT 1 FROM exchange_unindexed u"
          + " WHERE u.transmission_id = p.transmission_id)";

  @PersistenceContext private EntityManager em;
  @Inject private LookupHash hash;
  @Inject private People people;

  @Override
  public String name() {
    return "people";
  }

  @Override
  public String keyInUse() {
    return hash.newestKey().orElse("");
  }

  @Override
  public long left() {
    return ((Number)
            em.createNativeQuery("SELECT COUNT(*)" + OLD)
                .setParameter(1, keyInUse())
                .getSingleResult())
        .longValue();
  }

  @Override
  @SuppressWarnings("unchecked") // one column of text
  public int rewrapSome() {
    if (hash.keys().size() < 2) { // nothing can be under another, and this looks at every row
      return 0;
    }
    List<String> found =
        em.createNativeQuery("SELECT DISTINCT p.transmission_id" + OLD + NOT_LISTED)
            .setParameter(1, keyInUse())
            .setMaxResults(AT_ONCE)
            .getResultList();
    found.forEach(id ->
        em.createNativeQuery(
                "INSERT INTO exchange_unindexed (transmission_id) VALUES (?)"
                    + " ON DUPLICATE KEY UPDATE tries = 0")
            .setParameter(1, id)
            .executeUpdate());
    return found.size();
  }

  /** Who was in it goes with what was said of them. */
  void on(@Observes ContentPurged event) {
    people.remove(event.transmission());
    em.createNativeQuery("DELETE FROM exchange_unindexed WHERE transmission_id = ?")
        .setParameter(1, event.transmission().value())
        .executeUpdate();
  }
}
