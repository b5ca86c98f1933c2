package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;

/** The report of the purge, a row a day; always inside a caller's transaction. */
@ApplicationScoped
class PurgeDays {
  private static final int SHOWN = 60;

  @PersistenceContext private EntityManager em;

  /** Counts one transmission; the row of the day is locked last and shortest. */
  void count(LocalDate day, String what, long bytes) {
    int expired = what.equals("expired") ? 1 : 0;
    int purged = what.equals("purged") || expired == 1 ? 1 : 0;
    em.createNativeQuery(
            "INSERT INTO exchange_purge_day (day_on, announced, prolonged, purged, expired, bytes,"
                + " forgotten) VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
                + " announced = announced + VALUES(announced),"
                + " prolonged = prolonged + VALUES(prolonged),"
                + " purged = purged + VALUES(purged), expired = expired + VALUES(expired),"
                + " bytes = bytes + VALUES(bytes), forgotten = forgotten + VALUES(forgotten)")
        .setParameter(1, java.sql.Date.valueOf(day))
        .setParameter(2, what.equals("announced") ? 1 : 0)
        .setParameter(3, what.equals("prolonged") ? 1 : 0)
        .setParameter(4, purged)
        .setParameter(5, expired)
        .setParameter(6, bytes)
        .setParameter(7, what.equals("forgotten") ? 1 : 0)
        .executeUpdate();
  }

  /** Newest first. */
  @SuppressWarnings("unchecked") // rows of one native query
  List<Retention.Day> newest() {
    List<Object[]> rows =
        em.createNativeQuery(
                "SELECT day_on, announced, prolonged, purged, expired, bytes, forgotten"
                    + " FROM exchange_purge_day ORDER BY day_on DESC")
            .setMaxResults(SHOWN)
            .getResultList();
    return rows.stream()
        .map(row ->
            new Retention.Day(
                LocalDate.parse(row[0].toString()),
                number(row[1]),
                number(row[2]),
                number(row[3]),
                number(row[4]),
                number(row[5]),
                number(row[6])))
        .toList();
  }

  private static long number(Object cell) {
    return ((Number) cell).longValue();
  }
}
