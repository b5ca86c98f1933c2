package jp.careplan.exchange;

import static jp.careplan.exchange.VersionRows.flag;
import static jp.careplan.exchange.VersionRows.moment;
import static jp.careplan.exchange.VersionRows.number;
import static jp.careplan.exchange.VersionRows.text;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;
import jp.careplan.kernel.ServiceMonth;

/** What the month board counts: two queries, whatever the number of partners and people. */
@ApplicationScoped
class BoardStore {
  private static final List<String> PLANS = List.of("U2", "P4", "U4", "P7");
  private static final List<String> RESULTS = List.of("U5", "P8", "U6", "P9");

  @PersistenceContext private EntityManager em;

  /** Transmissions of form 6 and of results that hold, oldest first. */
  List<BoardUnit> units(OfficeSession by, ServiceMonth from, ServiceMonth until) {
    String columns =
        " AS own, t.id, t.sender, t.sender_kind, t.recipient, t.recipient_kind, t.unit,"
            + " t.service_month, t.status, t.inbox_number, t.sent_at FROM exchange_transmission t";
    Query query =
        em.createNativeQuery(
            "SELECT 1"
                + columns
                + where("sender", by)
                + " UNION ALL SELECT 0"
                + columns
                + where("recipient", by));
    int next = bind(query, 1, by, from, until);
    bind(query, next, by, from, until);
    List<BoardUnit> units = new ArrayList<>();
    for (Object[] row : People.rows(query)) {
      units.add(unit(row));
    }
    units.sort(Comparator.comparing(BoardUnit::at).thenComparingLong(BoardUnit::number));
    return units;
  }

  private static BoardUnit unit(Object[] row) {
    boolean own = flag(row[0]);
    boolean plan = PLANS.contains(text(row[6]));
    return new BoardUnit(
        new TransmissionId(text(row[1])),
        own,
        new OfficeNumber(text(row[own ? 4 : 2])),
        text(row[plan ? 5 : 3]),
        plan,
        text(row[7]),
        TransmissionStatus.valueOf(text(row[8])),
        number(row[9]).longValue(),
        moment(row[10]));
  }

  /** The people of those transmissions, by transmission. */
  Map<String, List<BoardPart>> parts(OfficeSession by, ServiceMonth from, ServiceMonth until) {
    String columns =
        "SELECT p.transmission_id, p.person_key, p.deletes, p.service_kind, p.satellite,"
            + " p.content_key, p.services_key, p.place FROM exchange_transmission t"
            + " JOIN exchange_person p ON p.transmission_id = t.id";
    String family = " AND p.family IN ('PLAN', 'JSK')";
    Query query =
        em.createNativeQuery(
            columns
                + where("sender", by)
                + family
                + " UNION ALL "
                + columns
                + where("recipient", by)
                + family
                + " AND t.sender <> t.recipient");
    int next = bind(query, 1, by, from, until);
    bind(query, next, by, from, until);
    Map<String, List<BoardPart>> parts = new HashMap<>();
    for (Object[] row : People.rows(query)) {
      parts
          .computeIfAbsent(text(row[0]), id -> new ArrayList<>())
          .add(
              new BoardPart(
                  text(row[0]),
                  number(row[7]).intValue(),
                  text(row[1]),
                  flag(row[2]),
                  text(row[3]),
                  text(row[4]),
                  text(row[5]),
                  text(row[6])));
    }
    return parts;
  }

  private static String where(String side, OfficeSession by) {
    String limit =
        by.rights().isLimited()
            ? " AND t.%s_kind IN (%s)".formatted(side, People.marks(by.rights().kinds().size()))
            : "";
    return " WHERE t.%s = ? AND t.service_month BETWEEN ? AND ?".formatted(side)
        + limit
        + " AND "
        + VersionRows.holds("t")
        + " AND t.unit IN ("
        + People.marks(PLANS.size() + RESULTS.size())
        + ")";
  }

  private static int bind(
      Query query, int first, OfficeSession by, ServiceMonth from, ServiceMonth until) {
    int at =
        People.bind(query, first, List.of(by.office().value(), from.toString(), until.toString()));
    if (by.rights().isLimited()) {
      at = People.bind(query, at, by.rights().kinds().stream().map(ServiceKind::value).toList());
    }
    at = People.bind(query, at, PLANS);
    return People.bind(query, at, RESULTS);
  }
}
