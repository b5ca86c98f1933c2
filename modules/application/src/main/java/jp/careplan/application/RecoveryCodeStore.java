package jp.careplan.application;

import static jp.careplan.application.AccountProblem.BAD_RECOVERY_CODE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.application.internal.Secrets;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.UserId;

/** The transactions of recovery codes. */
@ApplicationScoped
@Transactional
class RecoveryCodeStore {
  private static final int CODES = 10;

  @PersistenceContext private EntityManager em;
  @Inject private AccountStore accounts;
  @Inject private Clock clock;

  List<String> renew(UserId user) {
    accounts.lock(user);
    em.createQuery("delete from RecoveryCode c where c.userId = :user")
        .setParameter("user", user.value())
        .executeUpdate();
    List<String> codes = Stream.generate(Secrets::newWrittenCode).limit(CODES).toList();
    codes.forEach(code -> em.persist(new RecoveryCode(hash(user, code), user)));
    accounts.audit(user, user.value(), "recovery-codes-made");
    return codes;
  }

  int left(UserId user) {
    return em.createQuery(
            "select count(c) from RecoveryCode c where c.userId = :user and c.usedAt is null",
            Long.class)
        .setParameter("user", user.value())
        .getSingleResult()
        .intValue();
  }

  /** Refuses a code that is not there or was used; uses nothing up. */
  void require(UserId user, String code) {
    RecoveryCode found = em.find(RecoveryCode.class, hash(user, code));
    if (found == null || found.isUsed()) {
      throw new DomainException(BAD_RECOVERY_CODE, "");
    }
  }

  void use(UserId user, String code) {
    Account account =
        accounts.lock(user).orElseThrow(() -> new DomainException(BAD_RECOVERY_CODE, ""));
    if (account.isClosed()) {
      throw new DomainException(BAD_RECOVERY_CODE, "");
    }
    RecoveryCode found =
        em.find(RecoveryCode.class, hash(user, code), LockModeType.PESSIMISTIC_WRITE);
    if (found == null) {
      throw new DomainException(BAD_RECOVERY_CODE, "");
    }
    found.use(clock.instant());
    accounts.audit(user, user.value(), "recovery-code-used");
  }

  void resetPassword(UserId user, String code, String newHash) {
    use(user, code);
    accounts.changePassword(accounts.lock(user).orElseThrow(), newHash, "");
  }

  private static String hash(UserId user, String code) {
    return Sha256.hex(user + " " + code);
  }
}
