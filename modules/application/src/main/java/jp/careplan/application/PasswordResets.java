package jp.careplan.application;

import static jp.careplan.application.AccountProblem.RESET_OVER;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import jp.careplan.application.internal.Secrets;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OperatorSettings;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.UserId;

/** The transactions of a reset by mail. */
@ApplicationScoped
@Transactional
class PasswordResets {
  static final int AT_ONCE = 100;

  @PersistenceContext private EntityManager em;
  @Inject private AccountStore accounts;
  @Inject private AccountMails mails;
  @Inject private OperatorSettings settings;
  @Inject private Clock clock;

  void ask(UserId user) {
    em.persist(new PasswordResetRow(user, clock.instant(), life()));
  }

  /** IDs of those that nobody answered yet. */
  List<String> unanswered() {
    return em.createQuery(
            "select r.id from PasswordResetRow r where r.codeHash is null order by r.id",
            String.class)
        .setMaxResults(AT_ONCE)
        .getResultList();
  }

  /** Mails the code, or forgets the asking where there is nobody to mail it to. */
  void answer(String id) {
    PasswordResetRow row = em.find(PasswordResetRow.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (row == null || row.isMailed()) {
      return; // another node was quicker
    }
    accounts
        .find(row.user())
        .filter(Predicate.not(Account::isClosed))
        .filter(account -> !account.securityMail().isEmpty())
        .ifPresentOrElse(account -> mail(row, account), () -> em.remove(row));
  }

  private void mail(PasswordResetRow row, Account account) {
    String code = Secrets.newToken();
    Duration life = life();
    row.mail(Sha256.hex(code), clock.instant(), life);
    mails.resetCode(account, code, life);
  }

  private Duration life() {
    return Duration.ofMinutes(settings.number(ApplicationSettings.RESET_MINUTES));
  }

  UserId userOf(String code) {
    return require(code).user(clock.instant());
  }

  /** Uses the code up: with the new password all codes of the account are gone. */
  void complete(String code, String newHash) {
    UserId user = userOf(code);
    Account account = accounts.lock(user).orElseThrow(() -> new DomainException(RESET_OVER, ""));
    if (account.isClosed() || isGone(code)) {
      throw new DomainException(RESET_OVER, "");
    }
    accounts.changePassword(account, newHash, "");
  }

  /** Looked at again under the account's lock: of two at once the second finds nothing. */
  private boolean isGone(String code) {
    return em.createQuery("select r.id from PasswordResetRow r where r.codeHash = :hash")
        .setParameter("hash", Sha256.hex(code))
        .getResultList()
        .isEmpty();
  }

  private PasswordResetRow require(String code) {
    return em.createQuery(
            "select r from PasswordResetRow r where r.codeHash = :hash", PasswordResetRow.class)
        .setParameter("hash", Sha256.hex(code))
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new DomainException(RESET_OVER, ""));
  }
}
