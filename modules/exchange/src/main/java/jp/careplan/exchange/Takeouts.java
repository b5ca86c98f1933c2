package jp.careplan.exchange;

import static jp.careplan.exchange.TakingAlong.State.GONE;
import static jp.careplan.exchange.TakingAlong.State.READY;
import static jp.careplan.exchange.TakingAlong.State.RUNNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.Vault;

/** What offices take along: orders and sealed pieces, each call a short transaction. */
@ApplicationScoped
@Transactional
class Takeouts {
  private static final int SHOWN = 10;

  @PersistenceContext private EntityManager em;
  @Inject private Vault vault;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  /** Of two at the same moment the later one fails at the unique key of the running one. */
  TakingAlong.Order order(OfficeSession by) {
    List<Takeout> present = ofOffice(by.office());
    present.stream()
        .filter(it -> it.status() == RUNNING)
        .findFirst()
        .ifPresent(it -> {
          throw new DomainException(KeepingProblem.TAKEOUT_RUNNING, running(it.id()));
        });
    LocalDate today = LocalDate.now(clock);
    present.stream().filter(it -> it.status() == READY).forEach(it -> it.end(today));
    var takeout = new Takeout(by, wanted(by.office()), clock.instant());
    em.persist(takeout);
    audit(by, "takeout-ordered", takeout.id());
    return takeout.order();
  }

  /** Names it, so that whoever ordered once more finds it. */
  static String running(String id) {
    return "いま作っている持ち出しは " + id + " です。";
  }

  private long wanted(OfficeNumber office) {
    return count("sender", office) + count("recipient", office);
  }

  private long count(String side, OfficeNumber office) {
    return em.createQuery(
            "select count(t) from Transmission t where t." + side + " = :office", Long.class)
        .setParameter("office", office.value())
        .getSingleResult();
  }

  /** The newest first. */
  private List<Takeout> ofOffice(OfficeNumber office) {
    return em.createQuery(
            "select t from Takeout t where t.office = :office order by t.orderedAt desc",
            Takeout.class)
        .setParameter("office", office.value())
        .setMaxResults(SHOWN)
        .getResultList();
  }

  List<TakingAlong.Order> of(OfficeNumber office) {
    return ofOffice(office).stream().map(Takeout::order).toList();
  }

  TakingAlong.Order find(OfficeSession by, String id) {
    return require(by, id).order();
  }

  /** Of how many pieces it is; refuses what is not ready, or not any more. */
  int open(OfficeSession by, String id) {
    Takeout takeout = require(by, id);
    switch (takeout.status()) {
      case RUNNING -> throw new DomainException(KeepingProblem.TAKEOUT_NOT_READY, "");
      case GONE -> throw new DomainException(KeepingProblem.TAKEOUT_GONE, "");
      case READY -> audit(by, "takeout-fetched", id);
    }
    return takeout.parts();
  }

  private Takeout require(OfficeSession by, String id) {
    return Optional.ofNullable(em.find(Takeout.class, id))
        .filter(it -> it.office().equals(by.office()))
        .orElseThrow(() -> new DomainException(KeepingProblem.UNKNOWN_TAKEOUT, ""));
  }

  /** One column of a piece, opened. */
  byte[] piece(String id, int number, String what) {
    List<?> sealed =
        em.createQuery(
                "select p."
                    + what
                    + " from TakeoutPart p where p.takeoutId = :id and p.number = :number")
            .setParameter("id", id)
            .setParameter("number", number)
            .getResultList();
    if (sealed.isEmpty()) { // deleted while it was being fetched
      throw new DomainException(KeepingProblem.TAKEOUT_GONE, "");
    }
    return vault.open(TakeoutPart.place(id, number, what), (byte[]) sealed.getFirst());
  }

  void add(String id, int number, byte[] listing, byte[] files) {
    em.persist(
        new TakeoutPart(
            id,
            number,
            vault.seal(TakeoutPart.place(id, number, "listing"), listing),
            vault.seal(TakeoutPart.place(id, number, "body"), files)));
  }

  List<String> running() {
    return em.createQuery(
            "select t.id from Takeout t where t.status = :running order by t.orderedAt",
            String.class)
        .setParameter("running", RUNNING)
        .getResultList();
  }

  /** Whether an order of one of them is being made, which has to find all that is there. */
  boolean isRunningFor(OfficeNumber... offices) {
    return !em.createQuery(
            "select t.id from Takeout t where t.status = :running and t.office in :offices",
            String.class)
        .setParameter("running", RUNNING)
        .setParameter("offices", List.of(offices).stream().map(OfficeNumber::value).toList())
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /** Whether this node may take the next step; false where another one is at it. */
  boolean lease(String id, java.time.Duration time) {
    Takeout takeout = em.find(Takeout.class, id, LockModeType.PESSIMISTIC_WRITE);
    return takeout != null && takeout.lease(clock.instant(), clock.instant().plus(time));
  }

  /** Ready ones whose day has come. */
  List<String> over() {
    return em.createQuery(
            "select t.id from Takeout t where t.status = :ready and t.endsOn <= :today",
            String.class)
        .setParameter("ready", READY)
        .setParameter("today", LocalDate.now(clock))
        .getResultList();
  }

  /** Deletes one piece; false when there was none left, and with it the order is gone. */
  boolean deletePiece(String id) {
    Takeout takeout = em.find(Takeout.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (takeout == null || takeout.status() == GONE) {
      return false;
    }
    List<Integer> left =
        em.createQuery(
                "select p.number from TakeoutPart p where p.takeoutId = :id order by p.number",
                Integer.class)
            .setParameter("id", id)
            .setMaxResults(1)
            .getResultList();
    if (left.isEmpty()) {
      takeout.gone();
      trail.append(
          new AuditTrail.Entry(
              ContentAges.ACTOR, takeout.office().value(), "takeout-deleted", takeout.id()));
      return false;
    }
    em.createQuery("delete from TakeoutPart p where p.takeoutId = :id and p.number = :number")
        .setParameter("id", id)
        .setParameter("number", left.getFirst())
        .executeUpdate();
    return true;
  }

  private void audit(OfficeSession by, String action, String id) {
    trail.append(new AuditTrail.Entry(by.user().value(), by.office().value(), action, id));
  }
}
