package jp.careplan.exchange;

import static jp.careplan.exchange.VersionRows.flag;
import static jp.careplan.exchange.VersionRows.moment;
import static jp.careplan.exchange.VersionRows.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.BoardNotes.Place;
import jp.careplan.exchange.MonthBoard.Absence;
import jp.careplan.exchange.MonthBoard.Lane;
import jp.careplan.exchange.MonthBoard.LineKey;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceMonth;

/**
 * 実績なし by person. Kept is a plan and a place in it, which the index makes a hash of today's key of;
 * so a newer version of the plan leaves it, and so does another key.
 */
@ApplicationScoped
class BoardAbsences {
  private static final String OF_LINE =
      " WHERE office = ? AND service_month = ? AND planning = ? AND partner = ?"
          + " AND service_kind = ? AND satellite = ?";

  @PersistenceContext private EntityManager em;

  /** By line and month, then by hash of the person. */
  Map<Place, Map<String, Absence>> of(OfficeNumber office, ServiceMonth from, ServiceMonth until) {
    Query query =
        em.createNativeQuery(
            "SELECT a.partner, a.planning, a.service_kind, a.satellite, a.service_month,"
                + " p.person_key, a.ticked_by, a.ticked_at FROM exchange_board_absence a"
                + " JOIN exchange_person p ON p.transmission_id = a.transmission_id"
                + " AND p.place = a.place"
                + " WHERE a.office = ? AND a.service_month BETWEEN ? AND ?");
    People.bind(query, 1, List.of(office.value(), from.toString(), until.toString()));
    Map<Place, Map<String, Absence>> absent = new HashMap<>();
    for (Object[] row : People.rows(query)) {
      var key =
          new LineKey(new OfficeNumber(text(row[0])), flag(row[1]), text(row[2]), text(row[3]));
      absent
          .computeIfAbsent(new Place(key, Lane.RESULT, text(row[4])), place -> new HashMap<>())
          .put(text(row[5]), new Absence(text(row[6]), moment(row[7])));
    }
    return absent;
  }

  void note(OfficeSession by, Place line, TransmissionId plan, int place, Instant at) {
    Query query =
        em.createNativeQuery(
            "INSERT IGNORE INTO exchange_board_absence (office, service_month, planning, partner,"
                + " service_kind, satellite, transmission_id, place, ticked_by, ticked_at)"
                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    bind(query, by, line, plan, place);
    query.setParameter(9, by.user().value());
    query.setParameter(10, Timestamp.valueOf(LocalDateTime.ofInstant(at, ZoneOffset.UTC)));
    query.executeUpdate();
  }

  /** Whichever version of the plan it was noted at. */
  void takeBack(OfficeSession by, Place line, TransmissionId plan, int place) {
    Query query =
        em.createNativeQuery(
            "DELETE FROM exchange_board_absence"
                + OF_LINE
                + " AND (transmission_id, place) IN (SELECT o.transmission_id, o.place"
                + " FROM exchange_person p JOIN exchange_person o ON o.person_key = p.person_key"
                + " WHERE p.transmission_id = ? AND p.place = ?)");
    bind(query, by, line, plan, place);
    query.executeUpdate();
  }

  private static void bind(
      Query query, OfficeSession by, Place line, TransmissionId plan, int place) {
    query.setParameter(1, by.office().value());
    query.setParameter(2, line.month());
    query.setParameter(3, line.key().planning());
    query.setParameter(4, line.key().partner().value());
    query.setParameter(5, line.key().kind());
    query.setParameter(6, line.key().satellite());
    query.setParameter(7, plan.value());
    query.setParameter(8, place);
  }
}
