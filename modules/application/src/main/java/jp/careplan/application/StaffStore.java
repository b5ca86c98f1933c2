package jp.careplan.application;

import static jp.careplan.application.AccountProblem.ACCOUNT_CLOSED;
import static jp.careplan.application.StaffProblem.INVITATION_OVER;
import static jp.careplan.application.StaffProblem.LAST_ADMINISTRATOR;
import static jp.careplan.application.StaffProblem.UNKNOWN_STAFF;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.UserId;

/**
 * The transactions around staff. Each change takes the lock of the office's account first, so that
 * of two who would leave nobody to administer, the second sees it.
 */
@ApplicationScoped
@Transactional
class StaffStore {
  @PersistenceContext private EntityManager em;
  @Inject private AccountStore accounts;
  @Inject private Clock clock;

  /** What whoever signs in with this ID may do; empty once nobody may sign in with it. */
  Optional<Rights> rightsOf(UserId user) {
    if (!user.isStaff()) {
      return Optional.of(Rights.OF_OFFICE);
    }
    return em.createQuery(
            "select s from StaffUser s where s.userId = :user and s.removedAt is null and exists"
                + " (select a from Account a where a.userId = s.account and a.closedAt is null)",
            StaffUser.class)
        .setParameter("user", user.value())
        .getResultStream()
        .findFirst()
        .map(StaffUser::rights);
  }

  Rights requireRights(UserId user) {
    return rightsOf(user).orElseThrow(() -> new DomainException(ACCOUNT_CLOSED, ""));
  }

  /** In bulk, without the version: sign-ins at once must not trip over this. */
  void signedIn(UserId user) {
    if (user.isStaff()) {
      em.createQuery("update StaffUser s set s.lastSignInAt = :now where s.userId = :user")
          .setParameter("now", clock.instant())
          .setParameter("user", user.value())
          .executeUpdate();
    }
  }

  List<StaffUser> of(KjUserId account) {
    return em.createQuery(
            "select s from StaffUser s where s.account = :account order by s.number",
            StaffUser.class)
        .setParameter("account", account.value())
        .getResultList();
  }

  /** Who changes anything of the staff waits here for whoever else does. */
  Account lock(KjUserId account) {
    return accounts.lock(account.user()).orElseThrow(() -> new DomainException(UNKNOWN_STAFF, ""));
  }

  void add(StaffUser staff) {
    em.persist(staff);
  }

  Optional<StaffUser> find(UserId user) {
    return Optional.ofNullable(em.find(StaffUser.class, user.value()));
  }

  /** Of this office, whoever asks. */
  StaffUser require(KjUserId account, UserId user) {
    return find(user)
        .filter(staff -> staff.user().account().equals(account))
        .orElseThrow(() -> new DomainException(UNKNOWN_STAFF, ""));
  }

  /**
   * Looked at under the lock, after the change.
   *
   * @param locked the office's account
   */
  void requireAdministrator(Account locked) {
    boolean office = !locked.isClosed() && !locked.isAtRest();
    if (!office && of(locked.user().account()).stream().noneMatch(StaffUser::leads)) {
      throw new DomainException(LAST_ADMINISTRATOR, "");
    }
  }

  /** Ends whatever this user came in with; nothing of the password stays. */
  void forget(UserId user) {
    accounts.lock(user).ifPresent(accounts::close);
    accounts.endSessions(user, "");
  }

  /** Whoever the code invites, as long as it is good. */
  StaffUser invited(String code) {
    return em.createQuery("select s from StaffUser s where s.inviteHash = :hash", StaffUser.class)
        .setParameter("hash", Sha256.hex(code))
        .getResultStream()
        .filter(staff -> staff.isInvited(clock.instant()))
        .findFirst()
        .orElseThrow(() -> new DomainException(INVITATION_OVER, ""));
  }

  /** Of two at once with one code, the second finds it used up. */
  UserId join(String code, String hash) {
    UserId user = invited(code).user();
    Account office = lock(user.account());
    em.clear(); // what was read before the lock may be old
    StaffUser staff = invited(code);
    if (office.isClosed()) {
      throw new DomainException(INVITATION_OVER, "");
    }
    staff.join(clock.instant());
    accounts
        .lock(user)
        .ifPresentOrElse(
            account -> accounts.changePassword(account, hash, ""), () -> open(staff, hash));
    accounts.audit(user, user.value(), "staff-joined");
    return user;
  }

  private void open(StaffUser staff, String hash) {
    var account = new Account(staff.user(), hash, false);
    account.changeSecurityMail(staff.mail());
    em.persist(account);
  }
}
