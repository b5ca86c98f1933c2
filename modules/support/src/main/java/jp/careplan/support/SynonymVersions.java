package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.internal.search.SearchLanguage;

/** The lists of synonyms; the first is the shipped one, which comes in once. */
@ApplicationScoped
@Transactional
class SynonymVersions {
  private static final String SYSTEM = "system";

  @PersistenceContext private EntityManager em;
  @Inject private Texts texts;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  /** What holds now. */
  SynonymDesk.Listed newest() {
    return last().orElseGet(this::bringIn).listed();
  }

  private Optional<SynonymVersion> last() {
    return em.createQuery(
            "select s from SynonymVersion s order by s.number desc", SynonymVersion.class)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Once for ever, and by one node alone. */
  private SynonymVersion bringIn() {
    texts.lock();
    return last().orElseGet(() -> add(1, SYSTEM, SearchLanguage.shippedSynonyms()));
  }

  private SynonymVersion add(int number, String by, List<String> groups) {
    var version = new SynonymVersion(new SynonymDesk.Version(number, clock.instant(), by), groups);
    em.persist(version);
    return version;
  }

  SynonymDesk.Listed require(int number) {
    return Optional.ofNullable(em.find(SynonymVersion.class, number))
        .map(SynonymVersion::listed)
        .orElseThrow(() -> new DomainException(SupportProblem.SYNONYMS_CHANGED, ""));
  }

  List<SynonymDesk.Version> versions(int most) {
    return em.createQuery(
            "select new jp.careplan.support.SynonymDesk.Version(s.number, s.savedAt, s.savedBy)"
                + " from SynonymVersion s order by s.number desc",
            SynonymDesk.Version.class)
        .setMaxResults(most)
        .getResultList();
  }

  /** The next list, if none came in between; every node sees that something changed. */
  void add(SynonymDesk.Listed before, List<String> groups, String by, String action) {
    TextRevision revision = texts.lock();
    int newest = newest().version().number();
    if (newest != before.version().number()) {
      throw new DomainException(SupportProblem.SYNONYMS_CHANGED, "");
    }
    add(newest + 1, by, groups);
    revision.grow();
    trail.append(new AuditTrail.Entry(by, "", action, "synonyms " + (newest + 1)));
  }
}
