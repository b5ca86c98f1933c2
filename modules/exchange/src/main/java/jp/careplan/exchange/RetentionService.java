package jp.careplan.exchange;

import static jp.careplan.application.OperatorRole.AUDITOR;
import static jp.careplan.application.OperatorRole.OPERATOR;
import static jp.careplan.kernel.KernelProblem.BAD_REQUEST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.application.OperatorSession;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.ServiceKind;

@ApplicationScoped
@Transactional
class RetentionService implements Retention {
  private static final int PAGE = 50;
  private static final String MINE =
      " from Expiry e, Transmission t where t.id = e.transmissionId and e.office = :office"
          + " and e.purgedAt is null";
  private static final String WITHIN =
      " and (e.own = true and t.senderKind in :kinds"
          + " or e.own = false and t.recipientKind in :kinds)";

  @PersistenceContext private EntityManager em;
  @Inject private ContentAges ages;
  @Inject private PurgeDays days;
  @Inject private TransmissionViews views;
  @Inject private AuditTrail trail;

  @Override
  public Choice choice(OfficeSession by) {
    RetentionChoice chosen = em.find(RetentionChoice.class, by.office().value());
    return new Choice(
        ages.yearsOf(by.office()), ages.leastYears(), RetentionSettings.MOST_YEARS, chosen != null);
  }

  @Override
  public void choose(OfficeSession by, int years) {
    by.requireAdministrator();
    if (years < ages.leastYears() || years > RetentionSettings.MOST_YEARS) {
      throw new DomainException(
          KeepingProblem.BAD_YEARS,
          "選べるのは%d年から%d年までです。".formatted(ages.leastYears(), RetentionSettings.MOST_YEARS));
    }
    RetentionChoice present =
        em.find(RetentionChoice.class, by.office().value(), LockModeType.PESSIMISTIC_WRITE);
    if (present == null) {
      em.persist(new RetentionChoice(by.office(), years));
    } else {
      present.change(years);
    }
    trail.append(
        new AuditTrail.Entry(
            by.user().value(), by.office().value(), "retention-chosen", String.valueOf(years)));
  }

  @Override
  public long countEnding(OfficeSession by) {
    return query(by, "select count(e)" + MINE, "", Long.class).getSingleResult();
  }

  @Override
  public Endings ending(OfficeSession by, Optional<String> cursor) {
    Cursor from = cursor.map(Cursor::parse).orElse(Cursor.START);
    List<Expiry> found =
        query(
                by,
                "select e"
                    + MINE
                    + " and (e.endsOn > :day or e.endsOn = :day and e.transmissionId > :id)",
                " order by e.endsOn, e.transmissionId",
                Expiry.class)
            .setParameter("day", from.day())
            .setParameter("id", from.id())
            .setMaxResults(PAGE + 1)
            .getResultList();
    List<Expiry> shown = found.size() > PAGE ? found.subList(0, PAGE) : found;
    return new Endings(
        endings(shown),
        found.size() > PAGE ? Optional.of(Cursor.of(shown.getLast())) : Optional.empty());
  }

  private List<Ending> endings(List<Expiry> shown) {
    if (shown.isEmpty()) {
      return List.of();
    }
    List<TransmissionSummary> summaries =
        views.summaries(
            em.createQuery("select t from Transmission t where t.id in :ids", Transmission.class)
                .setParameter("ids", shown.stream().map(Expiry::transmissionId).toList())
                .getResultList());
    var endings = new ArrayList<Ending>();
    for (Expiry it : shown) {
      summaries.stream()
          .filter(summary -> summary.id().value().equals(it.transmissionId()))
          .forEach(summary -> endings.add(new Ending(summary, it.isOwn(), it.endsOn())));
    }
    return endings;
  }

  private <T> TypedQuery<T> query(OfficeSession by, String query, String order, Class<T> type) {
    boolean limited = by.rights().isLimited();
    TypedQuery<T> made =
        em.createQuery(query + (limited ? WITHIN : "") + order, type)
            .setParameter("office", by.office().value());
    return limited
        ? made.setParameter("kinds", by.rights().kinds().stream().map(ServiceKind::value).toList())
        : made;
  }

  @Override
  public List<Day> report(OperatorSession by) {
    by.requireWholeCountry(OPERATOR, AUDITOR);
    return days.newest();
  }

  /** Where a page begins: day, underscore, ID. */
  private record Cursor(LocalDate day, String id) {
    static final Cursor START = new Cursor(LocalDate.of(2000, 1, 1), "");

    static Cursor parse(String text) {
      try {
        String[] parts = text.split("_", 2);
        return new Cursor(LocalDate.parse(parts[0]), parts.length == 2 ? parts[1] : "");
      } catch (DateTimeParseException e) {
        throw new DomainException(BAD_REQUEST, "cursor");
      }
    }

    static String of(Expiry last) {
      return last.endsOn() + "_" + last.transmissionId();
    }
  }
}
