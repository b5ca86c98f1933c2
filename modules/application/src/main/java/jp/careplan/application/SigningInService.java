package jp.careplan.application;

import static jakarta.transaction.Transactional.TxType.NOT_SUPPORTED;
import static jp.careplan.application.ApplicationProblem.BAD_CREDENTIALS;
import static jp.careplan.application.ApplicationProblem.CERTIFICATE_KIND;
import static jp.careplan.application.ApplicationProblem.CERTIFICATE_OF_OTHER_OFFICE;
import static jp.careplan.application.ApplicationProblem.HANDOFF_OVER;
import static jp.careplan.application.ApplicationProblem.TEMPORARY_PASSWORD;

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
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession.Door;
import jp.careplan.application.internal.OfficeCertificate;
import jp.careplan.application.internal.Passwords;
import jp.careplan.application.internal.Secrets;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.UserId;

/**
 * The order of steps. Passwords are hashed outside any transaction, so that no flood of guesses
 * holds the connections to the database.
 */
@ApplicationScoped
@Transactional
class SigningInService implements SigningIn, PasswordChanging, PasswordChecking {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;
  @Inject private Passwords passwords;
  @Inject private AccountPasswords kept;
  @Inject private PasswordRule passwordRule;
  @Inject private SignInBrake brake;
  @Inject private HashingPlaces places;
  @Inject private SignInStore store;
  @Inject private StaffStore staff;
  @Inject private PasskeyStore passkeys;
  @Inject private CertificateJudge judge;
  @Inject private OfficeDirectory offices;
  @Inject private AuditTrail trail;
  @Inject private Event<SessionEnded> ended;

  @Override
  @Transactional(NOT_SUPPORTED)
  public SignedIn signIn(List<X509Certificate> chain, Credentials credentials) {
    var user = new UserId(credentials.userId());
    var held = new OfficeCertificate(chain.getFirst());
    if (!held.isOfAcceptedKind()) {
      throw new DomainException(CERTIFICATE_KIND, "");
    }
    if (!held.office().equals(Optional.of(user.office()))) {
      throw new DomainException(CERTIFICATE_OF_OTHER_OFFICE, "");
    }
    TerminalCertificate known = store.requireRegistered(held);
    judge.judge(chain);
    GuessTrack track = GuessTrack.certificate(user, credentials.source());
    Account account = refuseTemporary(recognise(user, credentials.password(), track));
    return store.start(account, known.terminalId(), held.thumbprint(), Door.CONNECTOR);
  }

  @Override
  @Transactional(NOT_SUPPORTED)
  public SignedIn signInWithPassword(Credentials credentials) {
    var user = new UserId(credentials.userId());
    GuessTrack track = GuessTrack.open(user);
    Account account = refuseTemporary(recognise(user, credentials.password(), track));
    return store.start(account, "", "", Door.PASSWORD);
  }

  @Override
  @Transactional(NOT_SUPPORTED)
  public void change(Credentials present, String newPassword) {
    var user = new UserId(present.userId());
    change(user, present.password(), newPassword, GuessTrack.open(user), "");
  }

  @Override
  @Transactional(NOT_SUPPORTED)
  public void change(OfficeSession session, String present, String newPassword) {
    change(session.user(), present, newPassword, GuessTrack.page(session), session.id());
  }

  private void change(
      UserId user, String present, String wanted, GuessTrack track, String keptSession) {
    passwordRule.check(user, present, wanted);
    Account account = recognise(user, present, track);
    passwordRule.checkHolder(user, wanted);
    String hash = places.in(track, () -> passwords.hash(wanted));
    store.changePassword(account, hash, keptSession);
  }

  @Override
  @Transactional(NOT_SUPPORTED)
  public void check(OfficeSession session, String password) {
    recognise(session.user(), password, GuessTrack.page(session));
    store.unlocked(session);
  }

  @Override
  @Transactional(NOT_SUPPORTED)
  public UserId prove(Credentials credentials) {
    var user = new UserId(credentials.userId());
    store.requireAdministrator(
        refuseTemporary(recognise(user, credentials.password(), GuessTrack.open(user))));
    return user;
  }

  @Override
  public Optional<OfficeSession> resume(String token, Optional<X509Certificate> certificate) {
    Instant now = clock.instant();
    Optional<SessionRow> row = running(token, certificate, now);
    row.filter(found -> found.wantsTouch(now)).ifPresent(found -> touch(found, now));
    return row.flatMap(found -> staff.rightsOf(found.user()).map(found::session));
  }

  @Override
  public Optional<OfficeSession> peek(String token) {
    return running(token, Optional.empty(), clock.instant())
        .flatMap(found -> staff.rightsOf(found.user()).map(found::session));
  }

  private Optional<SessionRow> running(
      String token, Optional<X509Certificate> certificate, Instant now) {
    return standing(Sha256.hex(token))
        .filter(found -> found.runs(now) && found.isBoundTo(thumbprint(certificate)))
        .filter(found -> !found.isOfPasskey() || passkeys.isOpen())
        .filter(found -> found.parentId().isEmpty() || standing(found.parentId()).isPresent());
  }

  /** A session that was not signed out, whose certificate was not revoked, whose office stands. */
  private Optional<SessionRow> standing(String id) {
    return em.createQuery(
            "select s from SessionRow s where s.id = :id and not exists (select c from"
                + " TerminalCertificate c where c.thumbprint = s.thumbprint"
                + " and c.revokedAt is not null) and not exists (select o from Office o"
                + " where o.number = s.office and o.status = 'CLOSED')",
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
    lockAccount(handOff);
    SessionRow parent = requireParent(handOff);
    handOff.use();
    String token = Secrets.newToken();
    SessionRow row = parent.handedOff(Sha256.hex(token), clock.instant());
    em.persist(row);
    audit(row.user(), "signed-in-handed-off", row.id());
    return new SignedIn(token, row.session(staff.requireRights(row.user())));
  }

  /**
   * In bulk, without the version: many calls of one session at once must not trip over this. What
   * was ended meanwhile stays ended.
   */
  private void touch(SessionRow row, Instant now) {
    em.createQuery(
            "update SessionRow s set s.idleUntil = :until"
                + " where s.id = :id and s.idleUntil > :now")
        .setParameter("until", now.plus(SessionRow.IDLE))
        .setParameter("now", now)
        .setParameter("id", row.id())
        .executeUpdate();
  }

  private HandOffRow requireHandOff(String code) {
    HandOffRow row = em.find(HandOffRow.class, Sha256.hex(code), LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      throw new DomainException(HANDOFF_OVER, "");
    }
    return row;
  }

  /** Its password does not change while a session is being born that the change would miss. */
  private void lockAccount(HandOffRow handOff) {
    em.createQuery("select s.userId from SessionRow s where s.id = :id", String.class)
        .setParameter("id", handOff.sessionId(clock.instant()))
        .getResultStream()
        .forEach(user -> em.find(Account.class, user, LockModeType.PESSIMISTIC_WRITE));
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

  private static Account refuseTemporary(Account account) {
    if (account.isTemporary()) {
      throw new DomainException(TEMPORARY_PASSWORD, "");
    }
    return account;
  }

  /** The account whose password was given; an unknown ID takes as long and is told the same. */
  private Account recognise(UserId user, String password, GuessTrack track) {
    brake.refuseIfTooSoon(track);
    return places.in(
        track,
        () -> {
          brake.count(track);
          Optional<Account> known = store.account(user);
          Optional<Account> right = known.filter(it -> kept.matches(it, password));
          if (known.isEmpty()) {
            passwords.waste(password);
          }
          if (right.isEmpty()) {
            store.fail(track, user, known.isPresent());
            throw new DomainException(BAD_CREDENTIALS, "");
          }
          brake.succeeded(track);
          return right.get();
        });
  }

  private void audit(UserId user, String action, String subject) {
    trail.append(new AuditTrail.Entry(user.value(), user.office().value(), action, subject));
  }

  private static String thumbprint(Optional<X509Certificate> certificate) {
    return certificate.map(held -> new OfficeCertificate(held).thumbprint()).orElse("");
  }
}
