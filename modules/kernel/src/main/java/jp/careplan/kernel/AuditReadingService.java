package jp.careplan.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class AuditReadingService implements AuditReading {
  @PersistenceContext private EntityManager em;

  @Override
  public List<Line> read(Filter filter, Optional<Mark> after, int most) {
    Map<String, Object> values = new LinkedHashMap<>();
    var query = new StringBuilder("select e from AuditEntry e where 1 = 1");
    equal(query, values, "office", filter.office());
    equal(query, values, "actor", filter.actor());
    equal(query, values, "action", filter.action());
    if (!filter.subject().isEmpty()) {
      query.append(
          " and e.id in (select s.entryId from SealedEntry s"
              + " where s.subject like :subject escape '!')");
      values.put("subject", filter.subject().replaceAll("([!%_])", "!$1") + "%");
    }
    if (!filter.prefectures().isEmpty()) {
      query.append(" and substring(e.office, 1, 2) in :prefectures");
      values.put("prefectures", filter.prefectures());
    }
    filter
        .from()
        .ifPresent(from -> {
          query.append(" and e.occurredAt >= :earliest");
          values.put("earliest", from);
        });
    filter
        .until()
        .ifPresent(until -> {
          query.append(" and e.occurredAt < :latest");
          values.put("latest", until);
        });
    after.ifPresent(mark -> {
      query.append(" and (e.occurredAt < :moment or (e.occurredAt = :moment and e.id < :mark))");
      values.put("moment", mark.at());
      values.put("mark", mark.id());
    });
    TypedQuery<AuditEntry> prepared =
        em.createQuery(query + " order by e.occurredAt desc, e.id desc", AuditEntry.class);
    values.forEach(prepared::setParameter);
    return prepared.setMaxResults(most).getResultStream().map(AuditEntry::line).toList();
  }

  @Override
  public List<Count> count(OfficeNumber office, Instant from, Instant until) {
    return em.createQuery(
            "select e.actor, e.action, count(e) from AuditEntry e where e.office = :office"
                + " and e.occurredAt >= :from and e.occurredAt < :until"
                + " group by e.actor, e.action order by e.actor, e.action",
            Object[].class)
        .setParameter("office", office.value())
        .setParameter("from", from)
        .setParameter("until", until)
        .getResultStream()
        .map(row -> new Count((String) row[0], (String) row[1], (Long) row[2]))
        .toList();
  }

  private static void equal(
      StringBuilder query, Map<String, Object> values, String column, String value) {
    if (!value.isEmpty()) {
      query.append(" and e.%1$s = :%1$s".formatted(column));
      values.put(column, value);
    }
  }
}
