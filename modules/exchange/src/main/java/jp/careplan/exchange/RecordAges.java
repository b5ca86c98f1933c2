package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.OperatorSettings;

/**
 * The end of the records of a transmission (everything but its content, which goes before), one
 * short transaction each. What outlives them stands in docs/operations/retention.md.
 */
@ApplicationScoped
@Transactional
class RecordAges {
  /**
   * Beyond the years, so that even content that was kept as long as can be, and announced late, is
   * told of before its record goes.
   */
  private static final int DAYS_BEYOND = 90;

  /** What tells of a transmission beside its own row; each has an index that begins with it. */
  private static final List<String> TABLES =
      List.of(
          "exchange_event",
          "exchange_finding",
          "exchange_file",
          "exchange_person",
          "exchange_unindexed",
          "exchange_board_absence",
          "exchange_expiry",
          "exchange_misdirection",
          "exchange_receipt");

  private static final String OVER =
      "SELECT t.id FROM exchange_transmission t WHERE t.sent_at < ?"
          + " AND NOT EXISTS (SELECT 1 FROM exchange_content c WHERE c.transmission_id = t.id)"
          + " AND NOT EXISTS (SELECT 1 FROM exchange_misdirection m WHERE m.transmission_id = t.id"
          + " AND (m.settled_at IS NULL OR m.settled_at > ?))";

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuuMM");

  @PersistenceContext private EntityManager em;
  @Inject private Takeouts takeouts;
  @Inject private PurgeDays days;
  @Inject private OperatorSettings settings;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  /** The oldest whose years are over; a case of a wrong destination keeps its own years. */
  @SuppressWarnings("unchecked") // one column of text
  List<String> toForget(int most) {
    Timestamp before = before();
    return em.createNativeQuery(OVER + " ORDER BY t.sent_at, t.id")
        .setParameter(1, before)
        .setParameter(2, before)
        .setMaxResults(most)
        .getResultList();
  }

  private boolean isOver(String id) {
    Timestamp before = before();
    return !em.createNativeQuery(OVER + " AND t.id = ?")
        .setParameter(1, before)
        .setParameter(2, before)
        .setParameter(3, id)
        .getResultList()
        .isEmpty();
  }

  private Timestamp before() {
    Instant end =
        LocalDate.now(clock)
            .minusYears(settings.number(RetentionSettings.RECORD_YEARS))
            .minusDays(DAYS_BEYOND)
            .atStartOfDay(clock.getZone())
            .toInstant();
    return Timestamp.valueOf(LocalDateTime.ofInstant(end, ZoneOffset.UTC));
  }

  /**
   * Lets go what people wrote on boards of months long past; what was noted of one person goes with
   * the plan.
   *
   * @return how many, at most as many as were asked for of each
   */
  int forgetNotes(int most) {
    String month = before().toLocalDateTime().toLocalDate().format(MONTH);
    int gone = 0;
    for (String table : List.of("exchange_board_tick", "exchange_reminder")) {
      gone +=
          em.createNativeQuery("DELETE FROM " + table + " WHERE service_month < ? LIMIT " + most)
              .setParameter(1, month)
              .executeUpdate();
    }
    return gone;
  }

  /**
   * False where it stays for now: another node was first, a case was opened since it was found, or
   * somebody is taking it along.
   */
  boolean forget(String id) {
    Transmission transmission = em.find(Transmission.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (transmission == null
        || !isOver(id) // asked again now that nobody changes it
        || takeouts.isRunningFor(transmission.sender(), transmission.recipient())) {
      return false;
    }
    for (String table : TABLES) {
      em.createNativeQuery("DELETE FROM " + table + " WHERE transmission_id = ?")
          .setParameter(1, id)
          .executeUpdate();
    }
    em.remove(transmission);
    trail.append(
        new AuditTrail.Entry(
            ContentAges.ACTOR, transmission.sender().value(), "transmission-forgotten", id));
    em.flush();
    days.count(LocalDate.now(clock), "forgotten", 0);
    return true;
  }
}
