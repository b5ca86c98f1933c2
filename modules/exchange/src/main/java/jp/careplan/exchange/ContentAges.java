package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.OperatorSettings;
import org.jspecify.annotations.Nullable;

/** The age of what is kept, and each step of its end: one short transaction a transmission. */
@ApplicationScoped
@Transactional
class ContentAges {
  /** Who stands in trail and history where time itself acted. */
  static final String ACTOR = "retention";

  /**
   * Content of those who chose more years is looked at this often, so that whoever chooses fewer
   * again is heard within a quarter.
   */
  private static final int LOOK_AGAIN_DAYS = 90;

  @PersistenceContext private EntityManager em;
  @Inject private Transmissions transmissions;
  @Inject private Takeouts takeouts;
  @Inject private PurgeDays days;
  @Inject private OperatorSettings settings;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;
  @Inject private Event<MailboxChanged> changed;
  @Inject private Event<ContentPurged> purged;

  /** The day on which what is sent now is looked at for the first time. */
  LocalDate firstLook(Instant sentAt) {
    return day(sentAt).plusYears(leastYears()).minusDays(noticeDays());
  }

  /** Content that may be due to be announced. */
  List<String> toLookAt(int most) {
    return em.createQuery(
            "select c.transmissionId from ContentAge c where c.purgeOn is null"
                + " and c.lookOn <= :today order by c.lookOn, c.transmissionId",
            String.class)
        .setParameter("today", LocalDate.now(clock))
        .setMaxResults(most)
        .getResultList();
  }

  /** Content whose day has come. */
  List<String> toPurge(int most) {
    return em.createQuery(
            "select c.transmissionId from ContentAge c where c.purgeOn <= :today"
                + " order by c.purgeOn, c.transmissionId",
            String.class)
        .setParameter("today", LocalDate.now(clock))
        .setMaxResults(most)
        .getResultList();
  }

  /** Announces the end of one content to both sides, or finds that it is kept longer. */
  void lookAt(String id) {
    Transmission transmission = em.find(Transmission.class, id, LockModeType.PESSIMISTIC_WRITE);
    ContentAge age = em.find(ContentAge.class, id);
    LocalDate today = LocalDate.now(clock);
    if (transmission == null || age == null || age.purgeOn() != null) {
      return;
    }
    LocalDate end = endOf(transmission);
    LocalDate notice = today.plusDays(noticeDays());
    if (end.isAfter(notice)) {
      age.keep(nextLook(end));
      return;
    }
    LocalDate endsOn = end.isBefore(notice) ? notice : end;
    age.announce(endsOn);
    em.persist(new Expiry(transmission.sender(), transmission, today, endsOn));
    em.persist(new Expiry(transmission.recipient(), transmission, today, endsOn));
    em.flush();
    days.count(today, "announced", 0);
  }

  /** Deletes one content whose day has come, unless a side wants it longer since. */
  void purge(String id) {
    Transmission transmission = em.find(Transmission.class, id, LockModeType.PESSIMISTIC_WRITE);
    ContentAge age = em.find(ContentAge.class, id);
    LocalDate today = LocalDate.now(clock);
    if (transmission == null || age == null || isLater(age.purgeOn(), today)) {
      return;
    }
    if (takeouts.isRunningFor(transmission.sender(), transmission.recipient())) {
      age.announce(today.plusDays(1)); // whoever is taking everything along gets it first
      return;
    }
    LocalDate end = endOf(transmission);
    if (end.isAfter(today)) {
      age.keep(nextLook(end));
      expiries(id).forEach(em::remove);
      em.flush();
      days.count(today, "prolonged", 0);
      return;
    }
    remove(transmission, age, today);
  }

  private void remove(Transmission transmission, ContentAge age, LocalDate today) {
    String id = transmission.id().value();
    Instant now = clock.instant();
    long bytes = sizeOf(id);
    boolean unreceived = transmission.expire();
    em.remove(age);
    expiries(id).forEach(it -> it.purged(unreceived, now));
    purged.fire(new ContentPurged(transmission.id()));
    if (unreceived) {
      tell(transmission.sender(), transmission, now);
      tell(transmission.recipient(), transmission, now);
    }
    trail.append(
        new AuditTrail.Entry(
            ACTOR,
            transmission.sender().value(),
            unreceived ? "transmission-expired" : "content-purged",
            id));
    em.flush();
    days.count(today, unreceived ? "expired" : "purged", bytes);
  }

  private void tell(OfficeNumber office, Transmission transmission, Instant now) {
    transmissions.tellOfItself(office, transmission, ACTOR, now);
    changed.fire(new MailboxChanged(office));
  }

  private static boolean isLater(@Nullable LocalDate day, LocalDate today) {
    return day == null || day.isAfter(today);
  }

  private List<Expiry> expiries(String id) {
    return em.createQuery("select e from Expiry e where e.transmissionId = :id", Expiry.class)
        .setParameter("id", id)
        .getResultList();
  }

  private long sizeOf(String id) {
    return ((Number)
            em.createNativeQuery(
                    "SELECT OCTET_LENGTH(body) FROM exchange_content WHERE transmission_id = ?")
                .setParameter(1, id)
                .getSingleResult())
        .longValue();
  }

  /** As long as the side wants that chose more. */
  LocalDate endOf(Transmission transmission) {
    return day(transmission.sentAt())
        .plusYears(yearsOf(List.of(transmission.sender(), transmission.recipient())));
  }

  /** What becomes of one content, as its page tells. */
  Retention.Kept kept(Transmission transmission) {
    ContentAge age = em.find(ContentAge.class, transmission.id().value());
    if (age == null) {
      Instant at =
          expiries(transmission.id().value()).stream()
              .flatMap(it -> it.purgedAt().stream())
              .findFirst()
              .orElse(transmission.sentAt());
      return new Retention.Kept(day(at), true, Optional.of(at));
    }
    LocalDate announced = age.purgeOn();
    return announced == null
        ? new Retention.Kept(endOf(transmission), false, Optional.empty())
        : new Retention.Kept(announced, true, Optional.empty());
  }

  private int yearsOf(Collection<OfficeNumber> sides) {
    List<RetentionChoice> choices =
        em.createQuery(
                "select r from RetentionChoice r where r.office in :offices", RetentionChoice.class)
            .setParameter("offices", sides.stream().map(OfficeNumber::value).toList())
            .getResultList();
    return Math.max(
        leastYears(), choices.stream().mapToInt(RetentionChoice::years).max().orElse(0));
  }

  /** What one office wants. */
  int yearsOf(OfficeNumber... office) {
    return yearsOf(Arrays.asList(office));
  }

  int leastYears() {
    return settings.number(RetentionSettings.CONTENT_YEARS);
  }

  private int noticeDays() {
    return settings.number(RetentionSettings.NOTICE_DAYS);
  }

  private LocalDate nextLook(LocalDate end) {
    LocalDate last = end.minusDays(noticeDays());
    LocalDate soon = LocalDate.now(clock).plusDays(LOOK_AGAIN_DAYS);
    return last.isBefore(soon) ? last : soon;
  }

  private LocalDate day(Instant moment) {
    return moment.atZone(clock.getZone()).toLocalDate();
  }
}
