package jp.careplan.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import jp.careplan.kernel.internal.chain.Sealing;

/** Steps over the chain's tables, each a transaction of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class SealStore {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;
  @Inject private KeyStoreFile keys;
  @Inject private EntryStamps stamps;

  /** What is done with the connection of the transaction. */
  @FunctionalInterface
  interface Step<T> {
    T on(Connection connection) throws SQLException;
  }

  <T> T step(Step<T> step) {
    try {
      return step.on(em.unwrap(Connection.class));
    } catch (SQLException e) {
      throw new IllegalStateException("the chain of the audit trail cannot be read or written", e);
    }
  }

  /**
   * Seals what is committed.
   *
   * @param behind where the round before stopped; empty at the beginning
   * @param late whether to look for what was committed late
   */
  Sealing.Round seal(String behind, boolean late) {
    String signer = keys.newestSealSigner();
    var pen = new Sealing.Pen(signer, keys.signingKey(signer), stamps::isOurs);
    return step(connection -> new Sealing(connection, pen, clock.instant()).round(behind, late));
  }
}
