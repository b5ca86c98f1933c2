package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
@Transactional
class JoinedOfficeService implements JoinedOffices {
  /** The public page asks for all of them; the country does not change by the minute. */
  private static final Duration REMEMBERED = Duration.ofMinutes(5);

  private static final int MOST = 200;

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  private volatile Counts counts = new Counts(Instant.MIN, Map.of());

  private record Counts(Instant at, Map<String, Long> byPrefecture) {}

  @Override
  public Page search(Query query, Optional<String> after, int limit) {
    int most = Math.clamp(limit, 1, MOST);
    List<Listed> found =
        prepared(query, after.orElse(""))
            .setMaxResults(most + 1)
            .getResultStream()
            .map(Office::listed)
            .toList();
    if (found.size() <= most) {
      return new Page(found, Optional.empty());
    }
    List<Listed> shown = found.subList(0, most);
    return new Page(shown, Optional.of(shown.getLast().number().value()));
  }

  /** A prefecture is a span of numbers, which the key finds. */
  private TypedQuery<Office> prepared(Query query, String after) {
    List<String> words = SearchText.words(query.words());
    var text =
        new StringBuilder(
            "select o from Office o where o.number > :after and o.joinedOn is not null"
                + " and (o.takesPartUntil is null or o.takesPartUntil >= :today)"
                + " and o.status <> 'CLOSED'");
    for (int i = 0; i < words.size(); i++) {
      text.append(" and locate(:word").append(i).append(", o.directoryText) > 0");
    }
    text.append(
        query.kind().isEmpty() ? "" : " and locate(:kind, concat(' ', o.serviceKinds)) > 0");
    text.append(query.prefecture().isEmpty() ? "" : " and o.number like :prefecture");
    TypedQuery<Office> made =
        em.createQuery(text + " order by o.number", Office.class)
            .setParameter("after", after)
            .setParameter("today", LocalDate.now(clock));
    for (int i = 0; i < words.size(); i++) {
      made.setParameter("word" + i, words.get(i));
    }
    if (!query.kind().isEmpty()) {
      made.setParameter("kind", " " + query.kind());
    }
    if (!query.prefecture().isEmpty()) {
      made.setParameter("prefecture", query.prefecture() + "%");
    }
    return made;
  }

  @Override
  public Map<String, Long> countByPrefecture() {
    Instant now = clock.instant();
    Counts known = counts;
    if (known.at().plus(REMEMBERED).isAfter(now)) {
      return known.byPrefecture();
    }
    Map<String, Long> fresh = counted();
    counts = new Counts(now, fresh);
    return fresh;
  }

  private Map<String, Long> counted() {
    List<?> rows =
        em.createNativeQuery(
                "SELECT SUBSTRING(number, 1, 2) AS prefecture, COUNT(*) FROM application_office"
                    + " WHERE joined_on IS NOT NULL AND status <> 'CLOSED'"
                    + " AND (takes_part_until IS NULL OR takes_part_until >= ?)"
                    + " GROUP BY SUBSTRING(number, 1, 2) ORDER BY 1")
            .setParameter(1, LocalDate.now(clock))
            .getResultList();
    Map<String, Long> found = new LinkedHashMap<>();
    for (Object row : rows) {
      Object[] cells = (Object[]) row;
      found.put(cells[0].toString(), ((Number) cells[1]).longValue());
    }
    return found;
  }
}
