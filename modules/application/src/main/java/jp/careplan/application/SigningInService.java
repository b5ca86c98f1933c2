package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.CERTIFICATE_KIND;
import static jp.careplan.application.ApplicationProblem.CERTIFICATE_OF_OTHER_OFFICE;
import static jp.careplan.application.ApplicationProblem.CERTIFICATE_REVOKED;
import static jp.careplan.application.ApplicationProblem.HANDOFF_OVER;
import static jp.careplan.application.ApplicationProblem.LOCKED;
import static jp.careplan.application.ApplicationProblem.TEMPORARY_PASSWORD;
import static jp.careplan.application.ApplicationProblem.TERMINAL_NOT_REGISTERED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jp.careplan.application.OfficeSession.Door;
import jp.careplan.application.internal.OfficeCertificate;
import jp.careplan.application.internal.Passwords;
import jp.careplan.application.internal.Secrets;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.Sha256;

/** Refusals are committed too: a failure that is rolled back would not slow anyone down. */
@ApplicationScoped
@Transactional(dontRollbackOn = DomainException.class)
class SigningInService implements SigningIn, PasswordChanging, PasswordChecking {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;
  @Inject private Passwords passwords;
  @Inject private PasswordRule passwordRule;
  @Inject private SignInBrake brake;
  @Inject private OfficeDirectory offices;
  @Inject private AuditTrail trail;
  @Inject private Event<SessionEnded> ended;

  @Override
  public SignedIn signIn(X509Certificate certificate, Credentials credentials) {
    var user = new KjUserId(credentials.userId());
    var held = new OfficeCertificate(certificate);
    if (!held.isOfAcceptedKind()) {
      throw new DomainException(CERTIFICATE_KIND, "");
    }
    if (!held.office().equals(Optional.of(user.office()))) {
      throw new DomainException(CERTIFICATE_OF_OTHER_OFFICE, "");
    }
    TerminalCertificate known = requireRegistered(held);
    Account account = authenticate(user, credentials);
    return start(account.user(), known.terminalId(), held.thumbprint(), Door.CONNECTOR);
  }

  @Override
  public SignedIn signInWithPassword(Credentials credentials) {
    var user = new KjUserId(credentials.userId());
    Account account = authenticateAtPublicDoor(user, credentials);
    return start(account.user(), "", "", Door.PASSWORD);
  }

  @Override
  public void change(Credentials present, String newPassword) {
    var user = new KjUserId(present.userId());
    passwordRule.check(user, present.password(), newPassword);
    Account account = recognise(user, present, true);
    account.changePassword(passwords.hash(newPassword));
    audit(user, "password-changed", user.value());
  }

  /** A session that came through a certificate is slowed, never locked out, as at its own door. */
  @Override
  public void check(OfficeSession session, String password, String source) {
    var credentials = new Credentials(session.user().value(), password, source);
    recognise(session.user(), credentials, !session.seesCareData());
    audit(session.user(), "page-unlocked", session.id());
  }

  @Override
  public Optional<OfficeSession> resume(String token, Optional<X509Certificate> certificate) {
    Instant now = clock.instant();
    Optional<SessionRow> row =
        standing(Sha256.hex(token))
            .filter(found -> found.runs(now) && found.isBoundTo(thumbprint(certificate)))
            .filter(found -> found.parentId().isEmpty() || standing(found.parentId()).isPresent());
    row.filter(found -> found.wantsTouch(now)).ifPresent(found -> touch(found, now));
    return row.map(SessionRow::session);
  }

  /** A session that was not signed out and whose certificate was not revoked. */
  private Optional<SessionRow> standing(String id) {
    return em.createQuery(
            "select s from SessionRow s where s.id = :id and not exists (select c from"
                + " TerminalCertificate c where c.thumbprint = s.thumbprint"
                + " and c.revokedAt is not null)",
            SessionRow.class)
        .setParameter("id", id)
        .getResultStream()
        .findFirst();
  }

  @Override
  public void signOut(OfficeSession session) {
    em.createQuery(
            "delete from SessionRow s where s.id = :id or s.parentId = :id or s.id = :parent")
        .setParameter("id", session.id())
        .setParameter("parent", parentOf(session))
        .executeUpdate();
    audit(session.user(), "signed-out", session.id());
    ended.fire(new SessionEnded(session.id()));
  }

  @Override
  public HandOff handOff(OfficeSession session) {
    String code = Secrets.newToken();
    var row = new HandOffRow(Sha256.hex(code), session.id(), clock.instant());
    em.persist(row);
    return new HandOff(code, row.expiresAt());
  }

  @Override
  public OfficeEntry preview(String handOffCode) {
    return offices
        .find(requireParent(requireHandOff(handOffCode)).user().office())
        .orElseThrow(() -> new DomainException(HANDOFF_OVER, ""));
  }

  @Override
  public SignedIn redeem(String handOffCode) {
    HandOffRow handOff = requireHandOff(handOffCode);
    SessionRow parent = requireParent(handOff);
    handOff.use();
    String token = Secrets.newToken();
    SessionRow row = parent.handedOff(Sha256.hex(token), clock.instant());
    em.persist(row);
    audit(row.user(), "signed-in-handed-off", row.session().id());
    return new SignedIn(token, row.session());
  }

  /** In bulk, without the version: many calls of one session at once must not trip over this. */
  private void touch(SessionRow row, Instant now) {
    em.createQuery("update SessionRow s set s.idleUntil = :until where s.id = :id")
        .setParameter("until", now.plus(SessionRow.IDLE))
        .setParameter("id", row.session().id())
        .executeUpdate();
  }

  private HandOffRow requireHandOff(String code) {
    HandOffRow row = em.find(HandOffRow.class, Sha256.hex(code), LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      throw new DomainException(HANDOFF_OVER, "");
    }
    return row;
  }

  private SessionRow requireParent(HandOffRow handOff) {
    Instant now = clock.instant();
    SessionRow parent = em.find(SessionRow.class, handOff.sessionId(now));
    if (parent == null || !parent.runs(now)) {
      throw new DomainException(HANDOFF_OVER, "");
    }
    return parent;
  }

  private String parentOf(OfficeSession session) {
    SessionRow row = em.find(SessionRow.class, session.id());
    return row == null ? "" : row.parentId();
  }

  private TerminalCertificate requireRegistered(OfficeCertificate held) {
    TerminalCertificate known = em.find(TerminalCertificate.class, held.thumbprint());
    if (known == null) {
      throw new DomainException(TERMINAL_NOT_REGISTERED, "");
    }
    if (known.isRevoked()) {
      throw new DomainException(CERTIFICATE_REVOKED, "");
    }
    return known;
  }

  private Account authenticateAtPublicDoor(KjUserId user, Credentials credentials) {
    return refuseTemporary(recognise(user, credentials, true));
  }

  private Account authenticate(KjUserId user, Credentials credentials) {
    return refuseTemporary(recognise(user, credentials, false));
  }

  private static Account refuseTemporary(Account account) {
    if (account.isTemporary()) {
      throw new DomainException(TEMPORARY_PASSWORD, "");
    }
    return account;
  }

  /** The account whose password was given; an unknown account takes as long and says the same. */
  private Account recognise(KjUserId user, Credentials credentials, boolean publicDoor) {
    Instant now = clock.instant();
    brake.refuseIfTooSoon(user, credentials.source());
    Account account = em.find(Account.class, user.value());
    if (account == null) {
      passwords.waste(credentials.password());
      throw brake.failed(user, credentials.source());
    }
    if (publicDoor && account.isPublicDoorLocked(now)) {
      throw new DomainException(LOCKED, "");
    }
    if (!passwords.matches(credentials.password(), account.passwordHash())) {
      if (publicDoor) {
        em.refresh(account, LockModeType.PESSIMISTIC_WRITE); // guesses made at once all count
        account.failAtPublicDoor(now);
      }
      audit(user, "sign-in-failed", user.value());
      throw brake.failed(user, credentials.source());
    }
    if (publicDoor) {
      em.refresh(account, LockModeType.PESSIMISTIC_WRITE);
      account.succeedAtPublicDoor();
    }
    brake.succeeded(user, credentials.source());
    return account;
  }

  private SignedIn start(KjUserId user, String terminalId, String thumbprint, Door door) {
    String token = Secrets.newToken();
    var row =
        new SessionRow(Sha256.hex(token), user, terminalId, thumbprint, door, clock.instant());
    em.persist(row);
    audit(user, "signed-in", row.session().id());
    return new SignedIn(token, row.session());
  }

  private void audit(KjUserId user, String action, String subject) {
    trail.append(new AuditTrail.Entry(user.value(), user.office().value(), action, subject));
  }

  private static String thumbprint(Optional<X509Certificate> certificate) {
    return certificate.map(held -> new OfficeCertificate(held).thumbprint()).orElse("");
  }
}
