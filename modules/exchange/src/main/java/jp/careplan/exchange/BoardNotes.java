package jp.careplan.exchange;

import static jp.careplan.exchange.VersionRows.flag;
import static jp.careplan.exchange.VersionRows.moment;
import static jp.careplan.exchange.VersionRows.number;
import static jp.careplan.exchange.VersionRows.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.MonthBoard.Lane;
import jp.careplan.exchange.MonthBoard.LineKey;
import jp.careplan.exchange.MonthBoard.Tick;
import jp.careplan.exchange.MonthBoard.Way;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceMonth;

/** What people wrote on their board: ticks, wished days, reminders. */
@ApplicationScoped
class BoardNotes {
  private static final String OF_TICK =
      " WHERE office = ? AND service_month = ? AND lane = ? AND planning = ? AND partner = ?"
          + " AND service_kind = ? AND satellite = ?";

  @PersistenceContext private EntityManager em;

  /** What a tick stands beside. */
  record Place(LineKey key, Lane lane, String month) {}

  /** One asked question. */
  record Asked(OfficeNumber by, OfficeNumber whom, LocalDate on, Lane lane, String month) {}

  Map<Place, Tick> ticks(OfficeNumber office, ServiceMonth from, ServiceMonth until) {
    Query query =
        em.createNativeQuery(
            "SELECT partner, planning, service_kind, satellite, lane, service_month, way, ticked_by,"
                + " ticked_at FROM exchange_board_tick WHERE office = ?"
                + " AND service_month BETWEEN ? AND ?");
    People.bind(query, 1, List.of(office.value(), from.toString(), until.toString()));
    Map<Place, Tick> ticks = new HashMap<>();
    for (Object[] row : People.rows(query)) {
      var key =
          new LineKey(new OfficeNumber(text(row[0])), flag(row[1]), text(row[2]), text(row[3]));
      ticks.put(
          new Place(key, Lane.valueOf(text(row[4])), text(row[5])),
          new Tick(Way.valueOf(text(row[6])), text(row[7]), moment(row[8])));
    }
    return ticks;
  }

  /** The last word stands, whoever else ticks at the same moment. */
  void tick(OfficeSession by, Place place, Way way, Instant at) {
    Query query =
        em.createNativeQuery(
            "INSERT INTO exchange_board_tick (office, service_month, lane, planning, partner,"
                + " service_kind, satellite, way, ticked_by, ticked_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE way = ?, ticked_by = ?, ticked_at = ?");
    bind(query, by, place);
    List<Object> values =
        List.of(
            way.name(),
            by.user().value(),
            Timestamp.valueOf(LocalDateTime.ofInstant(at, ZoneOffset.UTC)));
    for (int i = 0; i < values.size(); i++) {
      query.setParameter(8 + i, values.get(i));
      query.setParameter(8 + values.size() + i, values.get(i));
    }
    query.executeUpdate();
  }

  /** Whether there was one. */
  boolean untick(OfficeSession by, Place place) {
    Query query = em.createNativeQuery("DELETE FROM exchange_board_tick" + OF_TICK);
    bind(query, by, place);
    return query.executeUpdate() > 0;
  }

  private static void bind(Query query, OfficeSession by, Place place) {
    query.setParameter(1, by.office().value());
    query.setParameter(2, place.month());
    query.setParameter(3, place.lane().name());
    query.setParameter(4, place.key().planning());
    query.setParameter(5, place.key().partner().value());
    query.setParameter(6, place.key().kind());
    query.setParameter(7, place.key().satellite());
  }

  /** By partner the day by which results are wished, where one was chosen. */
  Map<OfficeNumber, Integer> wishes(OfficeNumber office) {
    Query query =
        em.createNativeQuery(
            "SELECT partner, wished_day FROM exchange_partner_wish WHERE office = ?");
    query.setParameter(1, office.value());
    Map<OfficeNumber, Integer> wishes = new HashMap<>();
    People.rows(query)
        .forEach(row -> wishes.put(new OfficeNumber(text(row[0])), number(row[1]).intValue()));
    return wishes;
  }

  void wish(OfficeNumber office, OfficeNumber partner, int day) {
    em.createNativeQuery(
            "INSERT INTO exchange_partner_wish (office, partner, wished_day) VALUES (?, ?, ?)"
                + " ON DUPLICATE KEY UPDATE wished_day = ?")
        .setParameter(1, office.value())
        .setParameter(2, partner.value())
        .setParameter(3, day)
        .setParameter(4, day)
        .executeUpdate();
  }

  /** The usual day again. */
  void unwish(OfficeNumber office, OfficeNumber partner) {
    em.createNativeQuery("DELETE FROM exchange_partner_wish WHERE office = ? AND partner = ?")
        .setParameter(1, office.value())
        .setParameter(2, partner.value())
        .executeUpdate();
  }

  /** What was asked of this office since a day, and what it asked itself on that last day. */
  List<Asked> asked(OfficeNumber office, LocalDate since, LocalDate today) {
    String columns =
        "SELECT asked_by_office, asked_office, asked_on, lane, service_month FROM exchange_reminder";
    Query query =
        em.createNativeQuery(
            columns
                + " WHERE asked_office = ? AND asked_on >= ? UNION ALL "
                + columns
                + " WHERE asked_by_office = ? AND asked_on = ?");
    query.setParameter(1, office.value());
    query.setParameter(2, Date.valueOf(since));
    query.setParameter(3, office.value());
    query.setParameter(4, Date.valueOf(today));
    return People.rows(query).stream()
        .map(row ->
            new Asked(
                new OfficeNumber(text(row[0])),
                new OfficeNumber(text(row[1])),
                LocalDate.parse(text(row[2])),
                Lane.valueOf(text(row[3])),
                text(row[4])))
        .toList();
  }

  /** False where this partner was asked on that day already. */
  boolean ask(OfficeSession by, OfficeNumber whom, LocalDate on, Lane lane, ServiceMonth month) {
    Query query =
        em.createNativeQuery(
            "INSERT IGNORE INTO exchange_reminder (asked_by_office, asked_office, asked_on, lane,"
                + " service_month, asked_by) VALUES (?, ?, ?, ?, ?, ?)");
    query.setParameter(1, by.office().value());
    query.setParameter(2, whom.value());
    query.setParameter(3, Date.valueOf(on));
    query.setParameter(4, lane.name());
    query.setParameter(5, month.toString());
    query.setParameter(6, by.user().value());
    return query.executeUpdate() > 0;
  }
}
