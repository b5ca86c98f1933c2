package jp.careplan.application;

import static jp.careplan.application.AccountProblem.UNKNOWN_SESSION;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;

@ApplicationScoped
@Transactional
class RunningSessionService implements RunningSessions {
  @PersistenceContext private EntityManager em;
  @Inject private AuditTrail trail;
  @Inject private Event<SessionEnded> ended;
  @Inject private Clock clock;

  @Override
  public List<RunningSession> of(OfficeSession current) {
    return em.createQuery(
            "select s from SessionRow s where s.userId = :user and s.idleUntil > :now"
                + " and s.endsAt > :now order by s.endsAt desc, s.id",
            SessionRow.class)
        .setParameter("user", current.user().value())
        .setParameter("now", clock.instant())
        .getResultStream()
        .map(row -> row.asSeenFrom(current))
        .toList();
  }

  @Override
  public void end(OfficeSession current, String id) {
    int gone =
        em.createQuery(
                "update SessionRow s set s.idleUntil = :now where s.userId = :user"
                    + " and (s.id = :id or s.parentId = :id) and s.idleUntil > :now")
            .setParameter("now", clock.instant())
            .setParameter("user", current.user().value())
            .setParameter("id", id)
            .executeUpdate();
    if (gone == 0) {
      throw new DomainException(UNKNOWN_SESSION, "");
    }
    ended(current, id);
  }

  @Override
  public boolean isRunning(OfficeSession session) {
    return em.createQuery(
            "select s from SessionRow s where s.id = :id and s.idleUntil > :now", SessionRow.class)
        .setParameter("id", session.id())
        .setParameter("now", clock.instant())
        .getResultStream()
        .findFirst()
        .isPresent();
  }

  @Override
  public void endOthers(OfficeSession current) {
    Instant now = clock.instant();
    of(current).stream()
        .filter(session -> !session.current())
        .forEach(session -> {
          em.createQuery("update SessionRow s set s.idleUntil = :now where s.id = :id")
              .setParameter("now", now)
              .setParameter("id", session.id())
              .executeUpdate();
          ended(current, session.id());
        });
  }

  private void ended(OfficeSession by, String id) {
    trail.append(new AuditTrail.Entry(by.user().value(), by.office().value(), "session-ended", id));
    ended.fire(new SessionEnded(id));
  }
}
