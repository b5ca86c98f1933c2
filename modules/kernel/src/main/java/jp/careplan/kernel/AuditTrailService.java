package jp.careplan.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class AuditTrailService implements AuditTrail {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  @Override
  public void append(Entry entry) {
    em.persist(new AuditEntry(TimeOrderedId.next(), clock.instant(), entry));
  }
}
