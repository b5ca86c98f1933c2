package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.SESSION_OVER;
import static jp.careplan.application.StaffProblem.PASSKEYS_FORBIDDEN;
import static jp.careplan.application.StaffProblem.PASSKEY_REFUSED;
import static jp.careplan.application.StaffProblem.TOO_MANY_PASSKEYS;
import static jp.careplan.application.StaffProblem.UNKNOWN_PASSKEY;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.internal.Secrets;
import jp.careplan.application.internal.passkey.Ceremony.Kept;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.Sha256;
import jp.careplan.kernel.UserId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The transactions of passkeys, each short; signatures are judged between them. */
@ApplicationScoped
@Transactional
class PasskeyStore {
  /** More than one person has devices. */
  private static final int MOST = 10;

  @PersistenceContext private EntityManager em;
  @Inject private AccountStore accounts;
  @Inject private AccountMails mails;
  @Inject private Clock clock;

  @Inject
  @ConfigProperty(name = "careplan.passkeys", defaultValue = "true")
  private boolean used;

  /** Whether they are used here at all. */
  boolean isOpen() {
    return used;
  }

  boolean isOpenTo(OfficeNumber office) {
    Office known = em.find(Office.class, office.value());
    return used && known != null && !known.isWithoutPasskeys();
  }

  void requireOpenTo(OfficeNumber office) {
    if (!isOpenTo(office)) {
      throw new DomainException(PASSKEYS_FORBIDDEN, "");
    }
  }

  /**
   * @param sessionId session that registers; empty for a sign-in
   */
  String challenge(String sessionId) {
    String challenge = Secrets.newToken();
    em.persist(new PasskeyChallenge(challenge, sessionId, clock.instant()));
    return challenge;
  }

  /** In a transaction of its own: whatever the answer is worth, its challenge is gone. */
  void useUp(String challenge, String sessionId) {
    int gone =
        em.createQuery(
                "delete from PasskeyChallenge c where c.id = :id and c.sessionId = :session"
                    + " and c.expiresAt > :now")
            .setParameter("id", Sha256.hex(challenge))
            .setParameter("session", sessionId)
            .setParameter("now", clock.instant())
            .executeUpdate();
    if (gone == 0) {
      throw new DomainException(PASSKEY_REFUSED, "");
    }
  }

  Optional<Passkey> find(String id) {
    return Optional.ofNullable(em.find(Passkey.class, id));
  }

  List<Passkey> of(UserId user) {
    return em.createQuery(
            "select p from Passkey p where p.userId = :user order by p.registeredAt desc",
            Passkey.class)
        .setParameter("user", user.value())
        .getResultList();
  }

  void add(OfficeSession by, String id, String name, Kept kept) {
    Account account =
        accounts.lock(by.user()).orElseThrow(() -> new DomainException(PASSKEY_REFUSED, ""));
    requireRunning(by);
    if (find(id).isPresent()) {
      throw new DomainException(PASSKEY_REFUSED, "このパスキーは、もう登録されています。");
    }
    if (of(by.user()).size() >= MOST) {
      throw new DomainException(TOO_MANY_PASSKEYS, "");
    }
    em.persist(new Passkey(id, by, name, kept, clock.instant()));
    accounts.audit(by.user(), by.user().value(), "passkey-registered");
    mails.passkeyRegistered(account);
  }

  /** Looked at under the lock: who takes the account back ends its sessions under the same. */
  private void requireRunning(OfficeSession by) {
    SessionRow row = em.find(SessionRow.class, by.id());
    if (row == null || !row.runs(clock.instant())) {
      throw new DomainException(SESSION_OVER, "");
    }
  }

  void rename(UserId user, String id, String name) {
    require(user, id).rename(name);
  }

  void remove(OfficeSession by, UserId user, String id) {
    em.remove(require(user, id));
    em.createQuery(
            "update SessionRow s set s.idleUntil = :now"
                + " where s.userId = :user and s.passkeyId = :id and s.idleUntil > :now")
        .setParameter("now", clock.instant())
        .setParameter("user", user.value())
        .setParameter("id", id)
        .executeUpdate();
    accounts.audit(user, by.user().value(), "passkey-removed");
  }

  private Passkey require(UserId user, String id) {
    return find(id)
        .filter(passkey -> passkey.user().equals(user))
        .orElseThrow(() -> new DomainException(UNKNOWN_PASSKEY, ""));
  }
}
