package jp.careplan.licensing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import jp.careplan.kernel.Worker;

/** A number in the database by which each node sees that another one changed something. */
@ApplicationScoped
class Revision implements Worker {
  @PersistenceContext private EntityManager em;
  @Inject private Remembered remembered;

  private volatile long seen;

  @Transactional(Transactional.TxType.MANDATORY)
  void grow() {
    em.createNativeQuery("UPDATE licensing_revision SET counted = counted + 1 WHERE id = 1")
        .executeUpdate();
  }

  @Override
  public Duration rest() {
    return Duration.ofSeconds(1);
  }

  /** In a transaction: outside of one, a worker's entity manager may be closed already. */
  @Override
  @Transactional
  public void work() {
    long now =
        ((Number)
                em.createNativeQuery("SELECT counted FROM licensing_revision WHERE id = 1")
                    .getSingleResult())
            .longValue();
    if (now != seen) {
      seen = now;
      remembered.forgetAll();
    }
  }
}
