package jp.careplan.application;

import static jp.careplan.application.AccountProblem.UNKNOWN_ACCOUNT;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.UserId;

/** What is done to an account whose holder, or whose operator, was recognised before. */
@ApplicationScoped
@Transactional
class AccountStore {
  @PersistenceContext private EntityManager em;
  @Inject private AuditTrail trail;
  @Inject private AccountMails mails;
  @Inject private Clock clock;

  Optional<Account> find(UserId user) {
    return Optional.ofNullable(em.find(Account.class, user.value()));
  }

  Optional<Account> lock(UserId user) {
    return Optional.ofNullable(
        em.find(Account.class, user.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  /**
   * A new password ends all sessions but one, and every other way back in that was mailed.
   *
   * @param locked read under lock in this transaction
   * @param kept ID of the session that goes on; empty when none does
   */
  void changePassword(Account locked, String newHash, String kept) {
    locked.changePassword(newHash);
    passwordChanged(locked, kept);
    audit(locked.user(), locked.user().value(), "password-changed");
  }

  /**
   * Takes an account back: whatever led into it so far leads nowhere any more, be it in the hands
   * of its office or of somebody else.
   */
  void giveTemporaryPassword(KjUserId office, byte[] sealed, OperatorId by, String reason) {
    UserId user = office.user();
    Account account = lock(user).orElseThrow(() -> new DomainException(UNKNOWN_ACCOUNT, ""));
    account.giveTemporaryPassword(sealed);
    passwordChanged(account, "");
    forget(user, "RecoveryCode", "Passkey");
    trail.append(
        new AuditTrail.Entry(
            by.value(), user.office().value(), "password-issued", user.value(), reason));
  }

  private void passwordChanged(Account account, String kept) {
    endSessions(account.user(), kept);
    forget(account.user(), "PasswordResetRow");
    mails.passwordChanged(account);
  }

  /** What a staff user leaves behind is the number and the name, nothing to come in with. */
  void close(Account locked) {
    forget(locked.user(), "PasswordResetRow", "RecoveryCode", "Passkey");
    em.remove(locked);
  }

  private void forget(UserId user, String... waysIn) {
    for (String rows : waysIn) {
      em.createQuery("delete from " + rows + " r where r.userId = :user")
          .setParameter("user", user.value())
          .executeUpdate();
    }
  }

  /** Ended, not deleted: a page that goes on still ends with the certificate it came through. */
  void endSessions(UserId user, String kept) {
    em.createQuery(
            "update SessionRow s set s.idleUntil = :now"
                + " where s.userId = :user and s.id <> :kept and s.idleUntil > :now")
        .setParameter("now", clock.instant())
        .setParameter("user", user.value())
        .setParameter("kept", kept)
        .executeUpdate();
  }

  /** The old address is told as well as the new one. */
  void changeSecurityMail(UserId user, String mail, UserId actor) {
    Account account = lock(user).orElseThrow(() -> new DomainException(UNKNOWN_ACCOUNT, ""));
    String before = account.securityMail();
    if (before.equals(mail)) {
      return;
    }
    account.changeSecurityMail(mail);
    mails.securityMailChanged(user, before);
    mails.securityMailChanged(user, mail);
    audit(user, actor.value(), "security-mail-changed");
  }

  void audit(UserId user, String actor, String action) {
    trail.append(new AuditTrail.Entry(actor, user.office().value(), action, user.value()));
  }
}
