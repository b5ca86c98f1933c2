package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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

  /** What the window held at the last look; one node never has two looks at once. */
  private Set<Told> seen = Set.of();

  /** An event under the number of the office that is told. */
  record Told(String office, long number) {}

  @Override
  public Duration rest() {
    return Duration.ofSeconds(1);
  }

  @Override
  @Transactional
  public void work() {
    if (bell.size() == 0) {
      seen = Set.of(); // whoever comes next reads the list first
      return;
    }
    List<Told> found =
        em.createQuery(
                "select e.office, e.number from TransmissionEvent e where e.occurredAt > :since",
                Object[].class)
            .setParameter("since", clock.instant().minus(WINDOW))
            .getResultStream()
            .map(row -> new Told((String) row[0], (long) row[1]))
            .toList();
    var news = new HashSet<OfficeNumber>();
    for (Told one : found) {
      if (!seen.contains(one)) {
        news.add(new OfficeNumber(one.office()));
      }
    }
    seen = Set.copyOf(found);
    news.forEach(bell::ring);
  }
}
