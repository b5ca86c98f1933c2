package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Optional;
import jp.careplan.application.ExchangeSeen;
import jp.careplan.kernel.OfficeNumber;

/** Tells the introduction who has exchanged something, with whomever, and whom to practise with. */
@ApplicationScoped
@Transactional
class FirstExchanges implements ExchangeSeen {
  @PersistenceContext private EntityManager em;
  @Inject private PracticeOffice practice;
  @Inject private SandboxOffices sandbox;

  @Override
  public boolean hasExchanged(OfficeNumber office) {
    return any("t.sender = :office", office)
        || any("t.recipient = :office and t.receivedAt is not null", office);
  }

  @Override
  public Optional<OfficeNumber> practicePartner() {
    return practice.number();
  }

  @Override
  public boolean isForTrying(OfficeNumber office) {
    return sandbox.isForTrying(office);
  }

  private boolean any(String which, OfficeNumber office) {
    return !em.createQuery("select t.id from Transmission t where " + which, String.class)
        .setParameter("office", office.value())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }
}
