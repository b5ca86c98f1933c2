package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.careplan.support.internal.content.Placeholder;
import jp.careplan.support.internal.content.ShippedContent;

/** The texts in the database. The first node that looks brings in what is shipped. */
@ApplicationScoped
@Transactional
class Texts {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;
  @Inject private SiteValues site;

  /** The number that grows with each change. */
  long revision() {
    TextRevision revision = revision(LockModeType.NONE);
    if (!revision.isLoaded()) {
      load();
      revision = revision(LockModeType.NONE);
    }
    return revision.counted();
  }

  private TextRevision revision(LockModeType lock) {
    return Objects.requireNonNull(em.find(TextRevision.class, TextRevision.ID, lock));
  }

  /** Once for ever, whatever editors take away afterwards; under a lock, so by one node alone. */
  private void load() {
    TextRevision revision = revision(LockModeType.PESSIMISTIC_WRITE);
    em.refresh(revision);
    if (!revision.isLoaded()) {
      ShippedContent.read().forEach(text -> em.persist(new StoredText(text)));
      revision.loaded(clock.instant());
    }
  }

  List<HelpText> all(TextKind kind) {
    Map<Placeholder, String> values = values();
    String order = kind == TextKind.NEWS ? "t.publishedOn desc, t.position" : "t.position";
    return em.createQuery(
            "select t from StoredText t where t.kind = :kind order by " + order, StoredText.class)
        .setParameter("kind", kind)
        .getResultStream()
        .map(it -> it.filled(text -> Placeholder.fill(text, values)))
        .toList();
  }

  private Map<Placeholder, String> values() {
    return Map.of(
        Placeholder.NAME, site.operatorName(),
        Placeholder.PHONE, site.phone(),
        Placeholder.HOURS, site.hours(),
        Placeholder.FEE, site.fee());
  }
}
