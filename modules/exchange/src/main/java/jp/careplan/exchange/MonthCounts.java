package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import jp.careplan.application.OfficeDirectory;
import jp.careplan.application.OfficeEntry;
import jp.careplan.exchange.MonthFigures.Partner;
import jp.careplan.kernel.OfficeNumber;

/** Counts what went across in a span of time: one query a direction. */
@ApplicationScoped
class MonthCounts {
  @PersistenceContext private EntityManager em;
  @Inject private OfficeDirectory offices;
  @Inject private SandboxOffices sandbox;

  private static final class Sums {
    long sent;
    long arrived;
    long received;
    long plans;
    long results;

    void add(boolean sentByUs, String kind, boolean across, long count) {
      sent += sentByUs ? count : 0;
      arrived += sentByUs && across ? count : 0;
      received += !sentByUs && across ? count : 0;
      plans += across && kind.equals("plan") ? count : 0;
      results += across && kind.equals("result") ? count : 0;
    }
  }

  /** By the partner's number; who only tries things is none. */
  List<Partner> partners(OfficeNumber office, Instant from, Instant until) {
    Map<String, Sums> sums = new TreeMap<>();
    add(sums, true, rows("sender", "recipient", office, from, until));
    add(sums, false, rows("recipient", "sender", office, from, until));
    sums.keySet().removeIf(number -> sandbox.isForTrying(new OfficeNumber(number)));
    Map<OfficeNumber, OfficeEntry> entries =
        new HashMap<>(offices.findAll(sums.keySet().stream().map(OfficeNumber::new).toList()));
    return sums.entrySet().stream()
        .map(it -> partner(new OfficeNumber(it.getKey()), it.getValue(), entries))
        .filter(partner -> partner.sent() + partner.received() > 0)
        .toList();
  }

  private static Partner partner(
      OfficeNumber number, Sums sums, Map<OfficeNumber, OfficeEntry> entries) {
    OfficeEntry entry = entries.get(number);
    return new Partner(
        number,
        entry == null ? number.value() : entry.name(),
        sums.sent,
        sums.arrived,
        sums.received,
        sums.plans,
        sums.results);
  }

  private static void add(Map<String, Sums> sums, boolean sentByUs, List<Object[]> rows) {
    for (Object[] row : rows) {
      boolean across = ((TransmissionStatus) row[2]).isReceived();
      sums.computeIfAbsent((String) row[0], it -> new Sums())
          .add(sentByUs, (String) row[1], across, (Long) row[3]);
    }
  }

  private List<Object[]> rows(
      String own, String other, OfficeNumber office, Instant from, Instant until) {
    return em.createQuery(
            "select t.%2$s, t.kind, t.status, count(t) from Transmission t where t.%1$s = :office"
                    .formatted(own, other)
                + " and t.sentAt >= :from and t.sentAt < :until and t.status <> :withdrawn"
                + " and t.frozenAt is null and t.erasedAt is null"
                + " group by t.%s, t.kind, t.status".formatted(other),
            Object[].class)
        .setParameter("office", office.value())
        .setParameter("from", from)
        .setParameter("until", until)
        .setParameter("withdrawn", TransmissionStatus.WITHDRAWN)
        .getResultList();
  }
}
