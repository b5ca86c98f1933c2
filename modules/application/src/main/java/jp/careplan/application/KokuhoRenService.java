package jp.careplan.application;

import static jp.careplan.application.AccountProblem.KOKUHO_REN_INCOMPLETE;
import static jp.careplan.application.AccountProblem.UNKNOWN_PREFECTURE;
import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;

@ApplicationScoped
@Transactional
class KokuhoRenService implements KokuhoRens {
  private static final int LONGEST = 200;

  @PersistenceContext private EntityManager em;
  @Inject private AuditTrail trail;

  @Override
  public List<KokuhoRen> all() {
    return em.createQuery("select k from KokuhoRenRow k order by k.prefecture", KokuhoRenRow.class)
        .getResultStream()
        .map(KokuhoRenRow::entry)
        .toList();
  }

  @Override
  public Optional<KokuhoRen> of(String prefecture) {
    return Optional.ofNullable(em.find(KokuhoRenRow.class, prefecture)).map(KokuhoRenRow::entry);
  }

  @Override
  public void edit(OperatorSession by, KokuhoRen changed, String reason) {
    by.requireWithin(changed.prefecture(), OPERATOR);
    String kept = OperatorSession.reason(reason);
    boolean tooLong =
        Stream.of(changed.name(), changed.phone(), changed.address())
            .anyMatch(text -> text.length() > LONGEST);
    if (changed.name().isBlank() || tooLong) {
      throw new DomainException(KOKUHO_REN_INCOMPLETE, "");
    }
    KokuhoRenRow row = em.find(KokuhoRenRow.class, changed.prefecture());
    if (row == null) {
      throw new DomainException(UNKNOWN_PREFECTURE, "");
    }
    row.edit(changed);
    trail.append(
        new AuditTrail.Entry(
            by.operator().value(), "", "kokuho-ren-edited", changed.prefecture(), kept));
  }
}
