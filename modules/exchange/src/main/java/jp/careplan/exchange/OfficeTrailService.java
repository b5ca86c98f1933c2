package jp.careplan.exchange;

import static jp.careplan.exchange.ExchangeProblem.MONTH_NOT_OVER;
import static jp.careplan.kernel.KernelProblem.CHANGED_MEANWHILE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.AuditReading;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;

@ApplicationScoped
@Transactional
class OfficeTrailService implements OfficeTrail {
  /** The hash of a session tells nobody anything. */
  private static final Pattern SESSION = Pattern.compile("[0-9a-f]{64}");

  private static final Pattern TRANSMISSION =
      Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12})(?:/.*)?");

  @PersistenceContext private EntityManager em;
  @Inject private Transmissions transmissions;
  @Inject private AuditReading reading;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  @Override
  public List<AuditReading.Line> read(
      OfficeSession by, Filter filter, Optional<AuditReading.Mark> after, int most) {
    by.requireAdministrator();
    String user = filter.user();
    if (!user.isEmpty() && !isOfOffice(user)) {
      return List.of(); // nobody of the office is called so
    }
    return reading
        .read(
            new AuditReading.Filter(
                by.office().value(),
                user,
                filter.action(),
                "",
                Set.of(),
                filter.from().map(this::midnight),
                filter.until().map(day -> midnight(day.plusDays(1)))),
            after,
            most)
        .stream()
        .map(OfficeTrailService::told)
        .toList();
  }

  /** Accounts of offices begin so; operators and workers have other names. */
  private static boolean isOfOffice(String actor) {
    return actor.startsWith("KJ");
  }

  private static AuditReading.Line told(AuditReading.Line line) {
    AuditTrail.Entry it = line.entry();
    String subject = SESSION.matcher(it.subject()).matches() ? "" : it.subject();
    return new AuditReading.Line(
        line.id(),
        line.at(),
        new AuditTrail.Entry(
            isOfOffice(it.actor()) ? it.actor() : OTHERS, it.office(), it.action(), subject));
  }

  @Override
  public Map<String, String> receiptNumbers(OfficeSession by, List<AuditReading.Line> lines) {
    by.requireAdministrator();
    Map<String, String> ids = new HashMap<>(); // by subject, which may name a place behind the ID
    for (AuditReading.Line line : lines) {
      String subject = line.entry().subject();
      Matcher matcher = TRANSMISSION.matcher(subject);
      if (matcher.matches()) {
        ids.put(subject, matcher.group(1));
      }
    }
    Map<String, String> numbers = transmissions.receiptNumbers(Set.copyOf(ids.values()), by);
    ids.values().retainAll(numbers.keySet());
    ids.replaceAll((subject, id) -> numbers.get(id));
    return ids;
  }

  private Instant midnight(LocalDate day) {
    return day.atStartOfDay(clock.getZone()).toInstant();
  }

  @Override
  public void saved(OfficeSession by) {
    by.requireAdministrator();
    note(by, "office-trail-saved", "trail");
  }

  @Override
  public Month month(OfficeSession by, YearMonth month) {
    by.requireAdministrator();
    Instant end = midnight(month.plusMonths(1).atDay(1));
    List<AuditReading.Count> counts = reading.count(by.office(), midnight(month.atDay(1)), end);
    return new Month(
        month,
        !clock.instant().isBefore(end),
        counts.stream()
            .collect(
                Collectors.groupingBy(
                    it -> isOfOffice(it.actor()) ? it.actor() : OTHERS,
                    TreeMap::new,
                    Collectors.toList())),
        counts.stream().mapToLong(AuditReading.Count::times).sum(),
        Optional.ofNullable(confirmed(by, month, month).get(month)));
  }

  @Override
  public Map<YearMonth, Confirmation> confirmed(OfficeSession by, YearMonth from, YearMonth until) {
    by.requireAdministrator();
    return em.createQuery(
            "select r from TrailReview r where r.office = :office and r.month >= :from"
                + " and r.month <= :until",
            TrailReview.class)
        .setParameter("office", by.office().value())
        .setParameter("from", TrailReview.DIGITS.format(from))
        .setParameter("until", TrailReview.DIGITS.format(until))
        .getResultStream()
        .collect(Collectors.toMap(TrailReview::month, TrailReview::confirmation));
  }

  @Override
  public void confirm(OfficeSession by, YearMonth month) {
    Month seen = month(by, month);
    if (!seen.over()) {
      throw new DomainException(MONTH_NOT_OVER, "");
    }
    if (seen.confirmed().isPresent()) {
      throw new DomainException(CHANGED_MEANWHILE, "");
    }
    em.persist(new TrailReview(by, month, clock.instant(), seen.entries()));
    note(by, "office-trail-confirmed", TrailReview.DIGITS.format(month));
  }

  private void note(OfficeSession by, String action, String subject) {
    trail.append(new AuditTrail.Entry(by.user().value(), by.office().value(), action, subject));
  }
}
