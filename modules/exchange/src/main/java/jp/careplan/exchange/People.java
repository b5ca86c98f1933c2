package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.internal.encryption.LookupHash;
import jp.careplan.exchange.internal.standard.IndexEntry;
import jp.careplan.exchange.internal.standard.PersonKey;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;
import jp.careplan.kernel.ServiceMonth;

/**
 * 名寄せの索引: who is in which transmission, by keyed hashes; always inside a caller's transaction. A
 * node without a look-up key indexes nothing and finds nobody.
 */
@ApplicationScoped
class People {
  /** Rows of one statement; a month of an office is one or two of them. */
  private static final int AT_ONCE = 500;

  private static final String COLUMNS =
      "INSERT INTO exchange_person (transmission_id, entry_number, place, key_name, person_key,"
          + " line_key, family, deletes, service_period, service_office, service_kind, satellite,"
          + " content_key, services_key) VALUES ";
  private static final String ROW = "(?,?,?,?,?,?,?,?,?,?,?,?,?,?)";
  private static final int COLUMN_COUNT = 14;
  private static final int MOST_OF_A_RESULT = 2000;

  @PersistenceContext private EntityManager em;
  @Inject private LookupHash hash;

  /** Whether there is a key to find people by. */
  boolean isOpen() {
    return hash.newestKey().isPresent();
  }

  /**
   * Writes who is in a transmission: one statement. Without a key it is remembered as not indexed.
   */
  void add(TransmissionId id, Party sender, Party recipient, List<IndexEntry> entries) {
    String key = hash.newestKey().orElse("");
    if (key.isEmpty()) {
      em.createNativeQuery("INSERT INTO exchange_unindexed (transmission_id) VALUES (?)")
          .setParameter(1, id.value())
          .executeUpdate();
      return;
    }
    List<Object[]> rows =
        values(id, new PersonHashes(hash.with(key), sender, recipient), key, entries);
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      insert(rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
    }
  }

  private void insert(List<Object[]> rows) {
    Query query =
        em.createNativeQuery(COLUMNS + String.join(",", Collections.nCopies(rows.size(), ROW)));
    for (int row = 0; row < rows.size(); row++) {
      Object[] values = rows.get(row);
      for (int column = 0; column < COLUMN_COUNT; column++) {
        query.setParameter(row * COLUMN_COUNT + column + 1, values[column]);
      }
    }
    query.executeUpdate();
  }

  private static List<Object[]> values(
      TransmissionId id, PersonHashes hashes, String key, List<IndexEntry> entries) {
    List<Object[]> rows = new ArrayList<>();
    for (IndexEntry it : entries) {
      rows.add(
          new Object[] {
            id.value(),
            rows.size(),
            it.place(),
            key,
            hashes.person(it.person()),
            hashes.line(it),
            cut(it.family(), 8),
            it.deletes(),
            cut(it.period(), 8),
            cut(it.part().office(), 10),
            cut(it.part().kind(), 2),
            cut(it.part().satellite(), 2),
            hashes.content(it),
            hashes.services(it)
          });
    }
    return rows;
  }

  /** What was sent knowingly with a fault in it may be longer than it should. */
  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }

  /** Takes a transmission's people out, to be written anew. */
  void remove(TransmissionId id) {
    em.createNativeQuery("DELETE FROM exchange_person WHERE transmission_id = ?")
        .setParameter(1, id.value())
        .executeUpdate();
  }

  /**
   * By office which of these people were never in anything that went between it and the caller's,
   * either way, holds, and the caller may see. Nothing is said of an office while something that
   * went there is not indexed yet, nor of any by a node without a key.
   */
  Map<OfficeNumber, Set<PersonKey>> neverBetween(
      OfficeSession by, Map<OfficeNumber, Set<PersonKey>> asked) {
    if (asked.isEmpty() || !isOpen()) {
      return Map.of();
    }
    OfficeNumber one = by.office();
    Map<OfficeNumber, Set<PersonKey>> never = new HashMap<>();
    asked.forEach((office, people) -> never.put(office, new HashSet<>(people)));
    Map<String, PersonKey> keys =
        keysOf(asked.values().stream().flatMap(Set::stream).collect(Collectors.toSet()));
    List<String> hashes = List.copyOf(keys.keySet());
    for (int from = 0; from < hashes.size(); from += AT_ONCE) {
      List<String> some = hashes.subList(from, Math.min(hashes.size(), from + AT_ONCE));
      for (Object[] row : seen(by, asked.keySet(), some)) {
        Optional.ofNullable(never.get(other(row, one)))
            .ifPresent(it -> it.remove(keys.get(row[2].toString())));
      }
    }
    never.values().removeIf(Set::isEmpty);
    if (!never.isEmpty()) {
      never.keySet().removeAll(unindexedWith(one));
    }
    return never;
  }

  /** With whom people went between: both sides, and the person. */
  private List<Object[]> seen(OfficeSession by, Set<OfficeNumber> others, List<String> people) {
    List<String> kinds = by.rights().kinds().stream().map(ServiceKind::value).toList();
    Query query =
        em.createNativeQuery(
            "SELECT DISTINCT t.sender, t.recipient, p.person_key FROM exchange_person p"
                + " JOIN exchange_transmission t ON t.id = p.transmission_id"
                + " WHERE p.person_key IN ("
                + marks(people.size())
                + ") AND ("
                + between("t.sender", "t.recipient", others.size(), kinds.size())
                + " OR "
                + between("t.recipient", "t.sender", others.size(), kinds.size())
                + ") AND "
                + VersionRows.holds("t"));
    int at = bind(query, 1, people);
    for (int side = 0; side < 2; side++) {
      at = bind(query, at, List.of(by.office().value()));
      at = bind(query, at, others.stream().map(OfficeNumber::value).toList());
      at = bind(query, at, kinds);
    }
    return rows(query);
  }

  /** Own side and the other's, within the kinds of one's own that the caller may see; none: all. */
  private static String between(String own, String other, int others, int kinds) {
    String within = kinds == 0 ? "" : " AND " + own + "_kind IN (" + marks(kinds) + ")";
    return "(" + own + " = ? AND " + other + " IN (" + marks(others) + ")" + within + ")";
  }

  /**
   * The worker has not come to these yet; what it failed at stays out of the index, and what waits
   * for a new key is found by the old one.
   */
  private Set<OfficeNumber> unindexedWith(OfficeNumber one) {
    Query query =
        em.createNativeQuery(
            "SELECT DISTINCT t.sender, t.recipient FROM exchange_unindexed u"
                + " JOIN exchange_transmission t ON t.id = u.transmission_id"
                + " WHERE u.tries < ? AND (t.sender = ? OR t.recipient = ?) AND NOT EXISTS"
                + " (SELECT 1 FROM exchange_person p WHERE p.transmission_id = u.transmission_id)");
    query.setParameter(1, UnindexedTransmissions.MOST_TRIES);
    bind(query, 2, List.of(one.value(), one.value()));
    return rows(query).stream().map(row -> other(row, one)).collect(Collectors.toSet());
  }

  private static OfficeNumber other(Object[] row, OfficeNumber one) {
    String sender = row[0].toString();
    return new OfficeNumber(sender.equals(one.value()) ? row[1].toString() : sender);
  }

  /**
   * The last result between two offices for a month.
   *
   * @param people hashes of those in it
   * @param maker of hashes with the key that those were made with
   */
  record Result(Instant at, Set<String> people, Set<String> satellites, LookupHash.Maker maker) {
    String hashOf(PersonKey person) {
      return PersonHashes.person(maker, person);
    }
  }

  /** Empty where there was none, or none that is indexed. */
  Optional<Result> lastResult(Party sender, Party recipient, ServiceMonth month) {
    Query query =
        em.createNativeQuery(
            "SELECT t.id, t.sent_at, p.key_name, p.person_key, p.satellite"
                + " FROM exchange_transmission t JOIN exchange_person p ON p.transmission_id = t.id"
                + " WHERE t.sender = ? AND t.service_month = ? AND t.sender_kind = ?"
                + " AND t.recipient = ? AND t.recipient_kind = ? AND t.unit IN ('U5', 'P8')"
                + " AND p.deletes = FALSE AND "
                + VersionRows.holds("t")
                + " ORDER BY t.inbox_number DESC");
    bind(
        query,
        1,
        List.of(
            sender.number().value(),
            month.toString(),
            sender.serviceKind(),
            recipient.number().value(),
            recipient.serviceKind()));
    query.setMaxResults(MOST_OF_A_RESULT);
    List<Object[]> found = rows(query);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Object[] first = found.getFirst();
    Set<String> people = new HashSet<>();
    Set<String> satellites = new HashSet<>();
    for (Object[] row : found) {
      if (row[0].equals(first[0])) {
        people.add(row[3].toString());
        satellites.add(row[4].toString());
      }
    }
    return Optional.of(
        new Result(
            VersionRows.moment(first[1]), people, satellites, hash.with(first[2].toString())));
  }

  private Map<String, PersonKey> keysOf(Collection<PersonKey> people) {
    Map<String, PersonKey> keys = new HashMap<>();
    for (String key : hash.keys()) {
      var maker = hash.with(key);
      people.forEach(it -> keys.put(PersonHashes.person(maker, it), it));
    }
    return keys;
  }

  @SuppressWarnings("unchecked") // a query of several columns
  static List<Object[]> rows(Query query) {
    return query.getResultList();
  }

  /** Returns the place after the last. */
  static int bind(Query query, int first, Collection<String> values) {
    int at = first;
    for (String value : values) {
      query.setParameter(at++, value);
    }
    return at;
  }

  static String marks(int count) {
    return String.join(",", Collections.nCopies(count, "?"));
  }
}
