package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.Dispatching.Standing;
import jp.careplan.exchange.Dispatching.Wanted;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ProblemCode;

/** The transactions of what is sent together, each short. */
@ApplicationScoped
@Transactional
class Dispatches {
  private static final Duration TOLD = Duration.ofDays(3);
  private static final int PURGED_AT_ONCE = 100;

  @PersistenceContext private EntityManager em;
  @Inject private OfficeDirectory offices;
  @Inject private Clock clock;

  String begin(OfficeSession by, List<Wanted> units) {
    var dispatch = new Dispatch(by, clock.instant());
    em.persist(dispatch);
    for (int i = 0; i < units.size(); i++) {
      em.persist(new DispatchUnit(dispatch.id(), i, units.get(i)));
    }
    return dispatch.id();
  }

  void failed(String dispatch, int position, ProblemCode why) {
    em.createQuery(
            "update DispatchUnit u set u.problemCode = :code, u.problem = :title"
                + " where u.dispatchId = :dispatch and u.position = :position")
        .setParameter("code", why.code())
        .setParameter("title", why.title())
        .setParameter("dispatch", dispatch)
        .setParameter("position", position)
        .executeUpdate();
  }

  void beat(String dispatch) {
    em.createQuery("update Dispatch d set d.beatAt = :now where d.id = :id")
        .setParameter("now", clock.instant())
        .setParameter("id", dispatch)
        .executeUpdate();
  }

  void end(String dispatch) {
    em.createQuery("update Dispatch d set d.endedAt = :now where d.id = :id")
        .setParameter("now", clock.instant())
        .setParameter("id", dispatch)
        .executeUpdate();
  }

  Optional<Standing> newest(OfficeSession by) {
    Instant now = clock.instant();
    return em.createQuery(
            "select d from Dispatch d where d.office = :office and d.userId = :user"
                + " order by d.id desc",
            Dispatch.class)
        .setParameter("office", by.office().value())
        .setParameter("user", by.user().value())
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .filter(found -> found.startedAt().plus(TOLD).isAfter(now))
        .map(found -> standing(found, now));
  }

  /** What went out is what stands as a transmission: no note of it can be wrong. */
  private Standing standing(Dispatch dispatch, Instant now) {
    List<DispatchUnit> units =
        em.createQuery(
                "select u from DispatchUnit u where u.dispatchId = :id order by u.position",
                DispatchUnit.class)
            .setParameter("id", dispatch.id())
            .getResultList();
    Map<String, String> receipts = receipts(units);
    Map<OfficeNumber, OfficeEntry> names =
        offices.findAll(units.stream().map(DispatchUnit::recipient).collect(Collectors.toSet()));
    return new Standing(
        dispatch.id(),
        dispatch.startedAt(),
        dispatch.isRunning(now),
        units.stream()
            .map(unit -> unit.line(Optional.ofNullable(receipts.get(unit.transmissionId())), names))
            .toList());
  }

  private Map<String, String> receipts(List<DispatchUnit> units) {
    Map<String, String> receipts = new HashMap<>();
    em.createQuery(
            "select t.id, t.receiptNumber from Transmission t where t.id in :ids", Object[].class)
        .setParameter("ids", units.stream().map(DispatchUnit::transmissionId).toList())
        .getResultList()
        .forEach(row -> receipts.put((String) row[0], (String) row[1]));
    return receipts;
  }

  /**
   * With those before it, which would be shown in its place. What still runs stays: it has yet to
   * note what does not go.
   */
  void remove(OfficeSession by, String id) {
    Instant now = clock.instant();
    List<String> over =
        em.createQuery(
                "select d from Dispatch d where d.office = :office and d.userId = :user"
                    + " and d.id <= :id",
                Dispatch.class)
            .setParameter("office", by.office().value())
            .setParameter("user", by.user().value())
            .setParameter("id", id)
            .getResultStream()
            .filter(it -> !it.isRunning(now))
            .map(Dispatch::id)
            .toList();
    if (!over.isEmpty()) {
      remove(over);
    }
  }

  /** Whether there is more that nobody will be told any more. */
  boolean purge() {
    List<String> old =
        em.createQuery("select d.id from Dispatch d where d.startedAt < :before", String.class)
            .setParameter("before", clock.instant().minus(TOLD))
            .setMaxResults(PURGED_AT_ONCE)
            .getResultList();
    if (!old.isEmpty()) {
      remove(old);
    }
    return old.size() == PURGED_AT_ONCE;
  }

  private void remove(List<String> ids) {
    em.createQuery("delete from DispatchUnit u where u.dispatchId in :ids")
        .setParameter("ids", ids)
        .executeUpdate();
    em.createQuery("delete from Dispatch d where d.id in :ids")
        .setParameter("ids", ids)
        .executeUpdate();
  }
}
