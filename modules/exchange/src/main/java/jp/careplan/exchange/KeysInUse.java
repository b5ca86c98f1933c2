package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jp.careplan.exchange.internal.encryption.ContentCipher;

/** Whether key store and database belong together; asked at the start. */
@ApplicationScoped
public class KeysInUse {
  @PersistenceContext private EntityManager em;
  @Inject private ContentCipher cipher;

  /**
   * Looks at the key of the newest content, IDs being ordered by time; unwrapped, not opened.
   *
   * @throws IllegalStateException with what an administrator must know
   */
  @Transactional
  public void mustOpenTheNewestContent() {
    em.createQuery(
            "select c from TransmissionContent c order by c.transmissionId desc",
            TransmissionContent.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .map(TransmissionContent::sealed)
        .filter(sealed -> !cipher.holdsKeyOf(sealed))
        .ifPresent(sealed -> {
          throw new IllegalStateException(
              "the key store careplan.keys.file does not belong to this database: it does not hold"
                  + " the "
                  + sealed.masterKey()
                  + " with which the newest content is sealed; bring back the key store of this"
                  + " exchange (docs/operations/backup.md)");
        });
  }
}
