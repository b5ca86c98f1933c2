package jp.careplan.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import jp.careplan.kernel.internal.chain.TrailEntry;

@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class AuditTrailService implements AuditTrail {
  private static final byte[] NONE = {};

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;
  @Inject private EntryStamps stamps;

  @Override
  public void append(Entry entry) {
    var written =
        new TrailEntry(
            TimeOrderedId.next(),
            clock.instant().truncatedTo(ChronoUnit.MICROS),
            entry.actor(),
            entry.office(),
            entry.action(),
            entry.subject(),
            entry.reason(),
            NONE);
    em.persist(new AuditEntry(written.id(), written.at(), entry, stamps.stamp(written)));
  }
}
