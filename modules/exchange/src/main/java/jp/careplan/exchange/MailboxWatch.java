package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.Worker;

/**
 * Hears of what other nodes told mailboxes and rings for those who wait here: one question a second
 * and node, however many wait.
 */
@ApplicationScoped
class MailboxWatch implements Worker {
  /** Longer than a send takes from its moment to its commit, and than clocks of nodes differ. */
  private static final Duration WINDOW = Duration.ofSeconds(15);

  @PersistenceContext private EntityManager em;
  @Inject private MailboxBell bell;
  @Inject private Clock clock;

  /**
   * The newest number of each office that the window held at the last look; one node never has two
   * looks at once.
   */
  private Map<String, Long> seen = Map.of();

  @Override
  public Duration rest() {
    return Duration.ofSeconds(1);
  }

  @Override
  @Transactional
  public void work() {
    if (bell.size() == 0) {
      seen = Map.of(); // whoever comes next reads the list first
      return;
    }
    Map<String, Long> before = seen;
    seen =
        em.createQuery(
                "select e.office, max(e.number) from TransmissionEvent e"
                    + " where e.occurredAt > :since group by e.office",
                Object[].class)
            .setParameter("since", clock.instant().minus(WINDOW))
            .getResultStream()
            .collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1]));
    seen.forEach((office, newest) -> {
      if (newest > before.getOrDefault(office, 0L)) {
        bell.ring(new OfficeNumber(office));
      }
    });
  }
}
