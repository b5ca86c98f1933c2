package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jp.careplan.exchange.internal.encryption.ContentCipher;

/** Whether key store and database belong together; asked at the start. */
@ApplicationScoped
public class KeysInUse {
  @Inject private Transmissions transmissions;
  @Inject private ContentCipher cipher;
  @Inject private People people;

  /** Whether people can be found again: versions, the month board and the guards rest on it. */
  public boolean hasLookupKey() {
    return people.isOpen();
  }

  /**
   * Looks at the key of the newest content, IDs being ordered by time; unwrapped, not opened.
   *
   * @throws IllegalStateException with what an administrator must know
   */
  @Transactional
  public void mustOpenTheNewestContent() {
    transmissions
        .newestContent()
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
