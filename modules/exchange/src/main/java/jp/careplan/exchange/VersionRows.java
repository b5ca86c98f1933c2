package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import jp.careplan.kernel.OfficeNumber;

/** The queries of versions: which parts of other transmissions lie in the lines of these. */
@ApplicationScoped
class VersionRows {
  /** Whether two parts of a line are of the same service; a deletion names no satellite. */
  private static final String SAME_PART =
      "(p.family <> 'JSK' OR o.service_office = p.service_office"
          + " AND o.service_kind = p.service_kind"
          + " AND (o.satellite = p.satellite OR o.deletes = TRUE OR p.deletes = TRUE))";

  private static final String OTHERS =
      "SELECT p.transmission_id, p.entry_number, p.place, p.deletes, p.content_key, m.inbox_number,"
          + " t.id AS other_id, o.place AS other_place, o.deletes AS other_deletes,"
          + " o.content_key AS other_content, t.inbox_number AS other_number, t.sent_at, t.status"
          + " FROM exchange_person p"
          + " JOIN exchange_transmission m ON m.id = p.transmission_id"
          + " JOIN exchange_person o ON o.line_key = p.line_key"
          + " JOIN exchange_transmission t ON t.id = o.transmission_id";

  @PersistenceContext private EntityManager em;

  /**
   * Whether a transmission says anything still: it was not taken back, and did not go to the wrong
   * office.
   *
   * @param transmission alias of its table
   */
  static String holds(String transmission) {
    return "%1$s.status <> 'WITHDRAWN' AND %1$s.frozen_at IS NULL AND %1$s.erased_at IS NULL"
        .formatted(transmission);
  }

  /**
   * A part and one of the same line, which may be itself.
   *
   * @param number of its transmission in the recipient's inbox: what came later has a higher one
   */
  record Pair(
      String id, int entry, int place, boolean deletes, String content, long number, Other other) {}

  /** The other one. */
  record Other(
      String id,
      int place,
      boolean deletes,
      String content,
      long number,
      Instant at,
      TransmissionStatus status) {}

  /** What came later in the lines of these transmissions; one query. */
  List<Pair> newer(Collection<TransmissionId> ids) {
    Query query =
        em.createNativeQuery(
            OTHERS
                + " WHERE p.transmission_id IN ("
                + People.marks(ids.size())
                + ") AND p.deletes = FALSE AND t.inbox_number > m.inbox_number AND "
                + String.join(" AND ", holds("t"), holds("m"), SAME_PART));
    People.bind(query, 1, ids.stream().map(TransmissionId::value).toList());
    return pairs(query);
  }

  /** Everything in the lines of these transmissions, themselves included; one query. */
  List<Pair> all(Set<String> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Query query =
        em.createNativeQuery(
            OTHERS
                + " WHERE p.transmission_id IN ("
                + People.marks(ids.size())
                + ") AND (t.id = m.id OR "
                + holds("t")
                + ") AND "
                + SAME_PART
                + " ORDER BY p.entry_number, t.inbox_number");
    People.bind(query, 1, List.copyOf(ids));
    return pairs(query);
  }

  /**
   * What the sender of these sent other offices, or under other kinds, of the same people and
   * month; one query.
   */
  List<Sent> sentToOthers(Set<String> ids, OfficeNumber sender) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Query query =
        em.createNativeQuery(
            "SELECT p.transmission_id, p.place, t.id, t.recipient, t.recipient_kind, t.sent_at, o.deletes,"
                + " o.content_key FROM exchange_person p"
                + " JOIN exchange_person o ON o.person_key = p.person_key AND o.family = p.family"
                + " AND o.service_period = p.service_period AND o.line_key <> p.line_key"
                + " JOIN exchange_transmission t ON t.id = o.transmission_id"
                + " WHERE p.transmission_id IN ("
                + People.marks(ids.size())
                + ") AND p.family = 'PLAN' AND p.deletes = FALSE AND t.sender = ? AND "
                + holds("t")
                + " ORDER BY t.sent_at");
    People.bind(query, 1, List.copyOf(ids));
    query.setParameter(ids.size() + 1, sender.value());
    return People.rows(query).stream()
        .map(it ->
            new Sent(
                text(it[0]),
                number(it[1]).intValue(),
                text(it[2]),
                text(it[3]),
                text(it[4]),
                moment(it[5]),
                flag(it[6]),
                text(it[7])))
        .toList();
  }

  /**
   * Places of a result's people whose visits are not those of the plan that holds, of the same
   * office, kind and satellite; where there is no such plan nothing differs.
   */
  List<Differing> besidePlans(Transmission result) {
    Query query =
        em.createNativeQuery(
            "SELECT p.entry_number, p.place, p.services_key, o.services_key AS planned,"
                + " o.deletes FROM exchange_person p"
                + " JOIN exchange_person o ON o.person_key = p.person_key AND o.family = 'PLAN'"
                + " AND o.service_period = p.service_period"
                + " AND (o.deletes = TRUE OR o.service_office = p.service_office"
                + " AND o.service_kind = p.service_kind AND o.satellite = p.satellite)"
                + " JOIN exchange_transmission t ON t.id = o.transmission_id"
                + " WHERE p.transmission_id = ? AND p.family = 'JSK' AND p.deletes = FALSE"
                + " AND t.sender = ? AND t.recipient = ? AND "
                + holds("t")
                + " ORDER BY p.entry_number, t.inbox_number");
    query.setParameter(1, result.id().value());
    query.setParameter(2, result.recipient().value());
    query.setParameter(3, result.sender().value());
    return People.rows(query).stream()
        .map(it ->
            new Differing(
                number(it[0]).intValue(),
                number(it[1]).intValue(),
                !flag(it[4]) && !text(it[2]).equals(text(it[3]))))
        .toList();
  }

  /** A part of a result beside one plan. */
  record Differing(int entry, int place, boolean differs) {}

  /**
   * A part that another office got.
   *
   * @param changed the transmission of the same person that it was looked for
   */
  record Sent(
      String changed,
      int place,
      String id,
      String recipient,
      String recipientKind,
      Instant at,
      boolean deletes,
      String content) {}

  private static List<Pair> pairs(Query query) {
    return People.rows(query).stream()
        .map(it ->
            new Pair(
                text(it[0]),
                number(it[1]).intValue(),
                number(it[2]).intValue(),
                flag(it[3]),
                text(it[4]),
                number(it[5]).longValue(),
                new Other(
                    text(it[6]),
                    number(it[7]).intValue(),
                    flag(it[8]),
                    text(it[9]),
                    number(it[10]).longValue(),
                    moment(it[11]),
                    TransmissionStatus.valueOf(text(it[12])))))
        .toList();
  }

  static String text(Object value) {
    return value.toString();
  }

  static Number number(Object value) {
    return (Number) value;
  }

  /** Databases differ in what they make of a truth value. */
  static boolean flag(Object value) {
    return value instanceof Boolean truth ? truth : number(value).intValue() != 0;
  }

  /** And of a moment, which is UTC. */
  static Instant moment(Object value) {
    return switch (value) {
      case LocalDateTime local -> local.toInstant(ZoneOffset.UTC);
      case Timestamp stamp -> stamp.toLocalDateTime().toInstant(ZoneOffset.UTC);
      default -> throw new IllegalStateException("no moment: " + value.getClass());
    };
  }
}
