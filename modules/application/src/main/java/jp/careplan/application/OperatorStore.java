package jp.careplan.application;

import static jp.careplan.application.DeskProblem.DESK_CREDENTIALS;
import static jp.careplan.application.DeskProblem.DESK_NOT_SIGNED_IN;
import static jp.careplan.application.DeskProblem.SET_UP_OVER;
import static jp.careplan.application.DeskProblem.WRONG_CODE;

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
import java.util.OptionalLong;
import java.util.stream.Stream;
import jp.careplan.application.OperatorSigningIn.Ready;
import jp.careplan.application.OperatorSigningIn.SetUp;
import jp.careplan.application.OperatorSigningIn.SignedIn;
import jp.careplan.application.internal.Secrets;
import jp.careplan.application.internal.Totp;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.Vault;

/** The transactions of an operator's sign-in, each short; passwords are hashed between them. */
@ApplicationScoped
@Transactional
class OperatorStore {
  private static final String ISSUER = "Careplan";
  private static final int RECOVERY_CODES = 10;

  @PersistenceContext private EntityManager em;
  @Inject private SignInBrake brake;
  @Inject private Vault vault;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  /** Whoever can sign in under this ID. */
  Optional<Operator> usable(OperatorId id) {
    return Optional.ofNullable(em.find(Operator.class, id.value()))
        .filter(operator -> operator.isEnabled() && operator.isReady());
  }

  /**
   * Whether this code would be taken now; asked whatever the password was, so that both take alike.
   */
  boolean fits(Operator operator, String code) {
    return step(operator, code).isPresent()
        || em.find(OperatorRecoveryCode.class, OperatorRecoveryCode.hash(operator.id(), code))
            != null;
  }

  void fail(GuessTrack track, OperatorId id, boolean known) {
    brake.failed(track);
    if (known) {
      audit(id, "operator-sign-in-failed", id.value());
    }
  }

  /** A new session; of two at once with one code, one comes too late. */
  SignedIn start(Operator known, String code) {
    Operator operator = em.find(Operator.class, known.id().value(), LockModeType.PESSIMISTIC_WRITE);
    if (!operator.isEnabled() || !operator.passwordHash().equals(known.passwordHash())) {
      throw new DomainException(DESK_CREDENTIALS, ""); // changed since it was looked at
    }
    OptionalLong step = step(operator, code);
    if (step.isPresent()) {
      operator.takeStep(step.getAsLong());
    } else if (!useUp(operator, code)) {
      throw new DomainException(DESK_CREDENTIALS, "");
    }
    return begin(operator, "operator-signed-in");
  }

  private boolean useUp(Operator operator, String code) {
    boolean used =
        em.createQuery("delete from OperatorRecoveryCode c where c.codeHash = :hash")
                .setParameter("hash", OperatorRecoveryCode.hash(operator.id(), code))
                .executeUpdate()
            == 1;
    if (used) {
      audit(operator.id(), "operator-recovery-code-used", operator.id().value());
    }
    return used;
  }

  private SignedIn begin(Operator operator, String action) {
    String token = Secrets.newToken();
    var row = new OperatorSessionRow(Sha256.hex(token), operator.id(), clock.instant());
    em.persist(row);
    var session = row.session(operator);
    audit(operator.id(), action, session.id());
    return new SignedIn(token, session);
  }

  private OptionalLong step(Operator operator, String code) {
    return Totp.accepted(key(operator), code, clock.instant(), operator.totpStep());
  }

  private byte[] key(Operator operator) {
    return vault.open(place(operator.id()), operator.totpKey());
  }

  /** Seals a key so that it opens for this operator alone. */
  byte[] seal(OperatorId id, byte[] key) {
    return vault.seal(place(id), key);
  }

  private static String place(OperatorId id) {
    return "application_operator " + id;
  }

  SetUp setUpOf(String wayIn) {
    Operator operator = require(wayIn, LockModeType.NONE);
    byte[] key = key(operator);
    return new SetUp(
        operator.id(), Totp.text(key), Totp.address(ISSUER, operator.id().value(), key));
  }

  Ready setUp(String wayIn, String newHash, String code) {
    Operator operator = require(wayIn, LockModeType.PESSIMISTIC_WRITE);
    long step = step(operator, code).orElseThrow(() -> new DomainException(WRONG_CODE, ""));
    operator.setUp(newHash);
    operator.takeStep(step);
    return new Ready(begin(operator, "operator-set-up"), newRecoveryCodes(operator.id()));
  }

  private List<String> newRecoveryCodes(OperatorId id) {
    forgetRecoveryCodes(id);
    List<String> codes = Stream.generate(Totp::newRecoveryCode).limit(RECOVERY_CODES).toList();
    codes.forEach(recovery -> em.persist(new OperatorRecoveryCode(id, recovery)));
    return codes;
  }

  /** The operator's row is locked: two who renew at once leave one set. */
  List<String> renewRecoveryCodes(OperatorSession session) {
    locked(session);
    audit(session.operator(), "operator-recovery-codes-made", session.operator().value());
    return newRecoveryCodes(session.operator());
  }

  void changePassword(OperatorSession session, String newHash) {
    locked(session).changePassword(newHash);
    em.createQuery(
            "delete from OperatorSessionRow s where s.operator = :operator and s.id <> :kept")
        .setParameter("operator", session.operator().value())
        .setParameter("kept", session.id())
        .executeUpdate();
    audit(session.operator(), "operator-password-changed", session.operator().value());
  }

  /** Refuses where it was ended or begun anew by another operator meanwhile. */
  private Operator locked(OperatorSession session) {
    Operator operator =
        em.find(Operator.class, session.operator().value(), LockModeType.PESSIMISTIC_WRITE);
    if (operator == null || !operator.isEnabled() || !operator.isReady()) {
      throw new DomainException(DESK_NOT_SIGNED_IN, "");
    }
    return operator;
  }

  void forgetRecoveryCodes(OperatorId id) {
    em.createQuery("delete from OperatorRecoveryCode c where c.operator = :operator")
        .setParameter("operator", id.value())
        .executeUpdate();
  }

  private Operator require(String wayIn, LockModeType lock) {
    Instant now = clock.instant();
    return em.createQuery("select o from Operator o where o.setUpHash = :hash", Operator.class)
        .setParameter("hash", Sha256.hex(wayIn))
        .setLockMode(lock)
        .getResultStream()
        .filter(operator -> operator.awaitsSetUp(now))
        .findFirst()
        .orElseThrow(() -> new DomainException(SET_UP_OVER, ""));
  }

  Optional<OperatorSession> resume(String token) {
    Instant now = clock.instant();
    return Optional.ofNullable(em.find(OperatorSessionRow.class, Sha256.hex(token)))
        .filter(row -> row.runs(now))
        .flatMap(row -> resumed(row, now));
  }

  private Optional<OperatorSession> resumed(OperatorSessionRow row, Instant now) {
    return usable(new OperatorId(row.operator()))
        .map(operator -> {
          OperatorSession session = row.session(operator);
          if (row.wantsTouch(now)) {
            touch(session, now);
          }
          return session;
        });
  }

  /** In bulk, without the version: many calls of one session at once must not trip over this. */
  private void touch(OperatorSession session, Instant now) {
    em.createQuery(
            "update OperatorSessionRow s set s.idleUntil = :until"
                + " where s.id = :id and s.idleUntil > :now")
        .setParameter("until", now.plus(OperatorSessionRow.IDLE))
        .setParameter("now", now)
        .setParameter("id", session.id())
        .executeUpdate();
  }

  List<OperatorSession> sessionsOf(OperatorId id) {
    Instant now = clock.instant();
    return Optional.ofNullable(em.find(Operator.class, id.value())).stream()
        .flatMap(operator ->
            em.createQuery(
                    "select s from OperatorSessionRow s where s.operator = :operator"
                        + " order by s.begunAt desc",
                    OperatorSessionRow.class)
                .setParameter("operator", id.value())
                .getResultStream()
                .filter(row -> row.runs(now))
                .map(row -> row.session(operator)))
        .toList();
  }

  void end(OperatorSession session, String sessionId, String action) {
    em.createQuery("delete from OperatorSessionRow s where s.id = :id and s.operator = :operator")
        .setParameter("id", sessionId)
        .setParameter("operator", session.operator().value())
        .executeUpdate();
    audit(session.operator(), action, sessionId);
  }

  void endAll(OperatorId id) {
    em.createQuery("delete from OperatorSessionRow s where s.operator = :operator")
        .setParameter("operator", id.value())
        .executeUpdate();
  }

  void unlocked(OperatorSession session) {
    audit(session.operator(), "operator-page-unlocked", session.id());
  }

  /** Deletes sessions that are over for good; how many of at most {@code most}. */
  int purge(int most) {
    List<String> ids =
        em.createQuery(
                "select s.id from OperatorSessionRow s where s.endsAt < :now order by s.endsAt",
                String.class)
            .setParameter("now", clock.instant())
            .setMaxResults(most)
            .getResultList();
    return ids.isEmpty()
        ? 0
        : em.createQuery("delete from OperatorSessionRow s where s.id in :ids")
            .setParameter("ids", ids)
            .executeUpdate();
  }

  private void audit(OperatorId id, String action, String subject) {
    trail.append(new AuditTrail.Entry(id.value(), "", action, subject));
  }
}
