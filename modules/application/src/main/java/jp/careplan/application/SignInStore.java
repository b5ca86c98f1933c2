package jp.careplan.application;

import static jp.careplan.application.AccountProblem.ACCOUNT_CLOSED;
import static jp.careplan.application.ApplicationProblem.BAD_CREDENTIALS;
import static jp.careplan.application.ApplicationProblem.CERTIFICATE_REVOKED;
import static jp.careplan.application.ApplicationProblem.OFFICE_NOT_ACTIVE;
import static jp.careplan.application.ApplicationProblem.TERMINAL_NOT_REGISTERED;
import static jp.careplan.application.StaffProblem.NOT_ADMINISTRATOR;
import static jp.careplan.application.StaffProblem.OFFICE_AT_REST;
import static jp.careplan.application.StaffProblem.PASSKEY_REFUSED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession.Door;
import jp.careplan.application.internal.OfficeCertificate;
import jp.careplan.application.internal.Secrets;
import jp.careplan.application.internal.passkey.Ceremony.Use;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.UserId;

/** The transactions of a sign-in, each short; passwords are hashed between them. */
@ApplicationScoped
@Transactional
class SignInStore {
  @PersistenceContext private EntityManager em;
  @Inject private SignInBrake brake;
  @Inject private AuditTrail trail;
  @Inject private AccountStore accounts;
  @Inject private StaffStore staff;
  @Inject private Clock clock;

  TerminalCertificate requireRegistered(OfficeCertificate held) {
    TerminalCertificate known = em.find(TerminalCertificate.class, held.thumbprint());
    if (known == null) {
      throw new DomainException(TERMINAL_NOT_REGISTERED, "");
    }
    if (known.isRevoked()) {
      throw new DomainException(CERTIFICATE_REVOKED, "");
    }
    return known;
  }

  Optional<Account> account(UserId user) {
    return Optional.ofNullable(em.find(Account.class, user.value()));
  }

  /** A wrong password, or an ID that nobody has: one commit either way, so that both take alike. */
  void fail(GuessTrack track, UserId user, boolean known) {
    brake.failed(track);
    if (known) {
      audit(user, "sign-in-failed", user.value());
    }
  }

  /**
   * A new session for whoever gave the password of this account.
   *
   * @param terminalId empty without certificate
   * @param thumbprint empty without certificate
   */
  SignedIn start(Account known, String terminalId, String thumbprint, Door door) {
    Account account = lock(known);
    Rights rights = requireUsable(account);
    String token = Secrets.newToken();
    var row =
        new SessionRow(
            Sha256.hex(token), account.user(), terminalId, thumbprint, door, clock.instant());
    em.persist(row);
    if (!terminalId.isEmpty()) {
      seen(terminalId);
    }
    return begun(token, row, rights, "signed-in");
  }

  /** A new session for whoever holds this passkey. */
  SignedIn start(Passkey known, Use use) {
    Account account = accounts.lock(known.user()).orElseThrow(SignInStore::passkeyRefused);
    if (account.isClosed() || account.isTemporary()) {
      throw passkeyRefused();
    }
    Rights rights = requireUsable(account);
    Passkey passkey = used(known, use);
    String token = Secrets.newToken();
    SessionRow row = SessionRow.ofPasskey(Sha256.hex(token), passkey, clock.instant());
    em.persist(row);
    return begun(token, row, rights, "signed-in-passkey");
  }

  private Passkey used(Passkey known, Use use) {
    Passkey passkey = em.find(Passkey.class, known.id(), LockModeType.PESSIMISTIC_WRITE);
    if (passkey == null) {
      throw passkeyRefused(); // removed since it was looked at
    }
    passkey.use(use, clock.instant());
    return passkey;
  }

  private static DomainException passkeyRefused() {
    return new DomainException(PASSKEY_REFUSED, "");
  }

  private SignedIn begun(String token, SessionRow row, Rights rights, String action) {
    staff.signedIn(row.user());
    audit(row.user(), action, row.id());
    return new SignedIn(token, row.session(rights));
  }

  /** Refuses whoever could not sign in now, or does not look after an office. */
  void requireAdministrator(Account known) {
    Account account = lock(known);
    if (!requireUsable(account).administers()) {
      throw new DomainException(NOT_ADMINISTRATOR, "");
    }
  }

  private Rights requireUsable(Account account) {
    Office office = em.find(Office.class, account.user().office().value());
    if (office != null && office.isClosed()) {
      throw new DomainException(OFFICE_NOT_ACTIVE, "廃止になった事業所のIDでは、ログインできません。");
    }
    if (account.isAtRest()) {
      throw new DomainException(OFFICE_AT_REST, "");
    }
    return staff.requireRights(account.user());
  }

  /** In bulk, without the version: sign-ins of one terminal at once must not trip over this. */
  private void seen(String terminalId) {
    em.createQuery("update Terminal t set t.lastSeenAt = :now where t.id = :id")
        .setParameter("now", clock.instant())
        .setParameter("id", terminalId)
        .executeUpdate();
  }

  /**
   * Replaces the password and ends all sessions of the account but one.
   *
   * @param kept ID of the session that goes on; empty when none does
   */
  void changePassword(Account known, String newHash, String kept) {
    accounts.changePassword(lock(known), newHash, kept);
  }

  void unlocked(OfficeSession session) {
    audit(session.user(), "page-unlocked", session.id());
  }

  void unlocked(OfficeSession session, Passkey known, Use use) {
    used(known, use);
    unlocked(session);
  }

  /** Deletes sessions that are over for good; how many of at most {@code most}. */
  int purgeSessions(int most) {
    return purge("SessionRow", "endsAt", most);
  }

  /** Deletes ways back in that nobody took in time; how many of at most {@code most}. */
  int purgeResets(int most) {
    return purge("PasswordResetRow", "expiresAt", most);
  }

  /** Deletes challenges that nobody answered in time; how many of at most {@code most}. */
  int purgeChallenges(int most) {
    return purge("PasskeyChallenge", "expiresAt", most);
  }

  /** Deletes hand-offs that are over; how many of at most {@code most}. */
  int purgeHandOffs(int most) {
    return purge("HandOffRow", "expiresAt", most);
  }

  private int purge(String rows, String end, int most) {
    Instant now = clock.instant();
    List<String> ids =
        em.createQuery(
                "select r.id from %1$s r where r.%2$s < :now order by r.%2$s".formatted(rows, end),
                String.class)
            .setParameter("now", now)
            .setMaxResults(most)
            .getResultList();
    return ids.isEmpty()
        ? 0
        : em.createQuery("delete from %s r where r.id in :ids".formatted(rows))
            .setParameter("ids", ids)
            .executeUpdate();
  }

  /** Who changes the password waits here for who signs in with it, and the other way round. */
  private Account lock(Account known) {
    Account account = em.find(Account.class, known.user().value(), LockModeType.PESSIMISTIC_WRITE);
    if (account == null || !account.hasPasswordOf(known)) {
      throw new DomainException(BAD_CREDENTIALS, ""); // changed since it was looked at
    }
    if (account.isClosed()) {
      throw new DomainException(ACCOUNT_CLOSED, "");
    }
    return account;
  }

  private void audit(UserId user, String action, String subject) {
    trail.append(new AuditTrail.Entry(user.value(), user.office().value(), action, subject));
  }
}
