package jp.careplan.exchange;

import static jp.careplan.application.OperatorRole.AUDITOR;
import static jp.careplan.application.OperatorRole.BILLING;
import static jp.careplan.application.OperatorRole.HELPDESK;
import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import jp.careplan.application.OperatorSession;
import jp.careplan.kernel.OfficeNumber;

@ApplicationScoped
@Transactional
class TrafficService implements Traffic {
  private static final Duration SPAN = Duration.ofDays(30);
  private static final int LAST = 10;

  /** What went to or came from the practice partner is no traffic. */
  private static final String REAL = " and t.sender <> :practice and t.recipient <> :practice";

  @PersistenceContext private EntityManager em;
  @Inject private PracticeOffice practice;
  @Inject private Clock clock;

  @Override
  public Summary of(OperatorSession by, OfficeNumber office) {
    by.requireFor(office, OPERATOR, BILLING, HELPDESK, AUDITOR);
    List<Step> out = last(office, "sender", "t.sentAt");
    List<Step> in = last(office, "recipient", "t.inboxNumber");
    List<Step> last =
        Stream.concat(out.stream(), in.stream())
            .sorted(Comparator.comparing(Step::at).reversed())
            .limit(LAST)
            .toList();
    return new Summary(way(office, "sender", out), way(office, "recipient", in), last);
  }

  private Way way(OfficeNumber office, String side, List<Step> last) {
    long count =
        em.createQuery(
                "select count(t) from Transmission t"
                    + " where t."
                    + side
                    + " = :office and t.sentAt > :since"
                    + REAL,
                Long.class)
            .setParameter("office", office.value())
            .setParameter("practice", practised())
            .setParameter("since", clock.instant().minus(SPAN))
            .getSingleResult();
    long waiting =
        em.createQuery(
                "select count(t) from Transmission t where t.%s = :office and t.status = :sent"
                        .formatted(side)
                    + REAL,
                Long.class)
            .setParameter("office", office.value())
            .setParameter("practice", practised())
            .setParameter("sent", TransmissionStatus.SENT)
            .getSingleResult();
    return new Way(count, last.stream().map(Step::at).findFirst(), waiting);
  }

  private List<Step> last(OfficeNumber office, String side, String order) {
    return em.createQuery(
            "select t from Transmission t where t.%s = :office%s order by %s desc"
                .formatted(side, REAL, order),
            Transmission.class)
        .setParameter("office", office.value())
        .setParameter("practice", practised())
        .setMaxResults(LAST)
        .getResultStream()
        .map(it -> new Step(it.sentAt(), it.isSender(office), it.kind(), it.status()))
        .toList();
  }

  private String practised() {
    return practice.number().map(OfficeNumber::value).orElse("");
  }
}
