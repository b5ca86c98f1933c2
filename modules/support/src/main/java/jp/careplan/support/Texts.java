package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.careplan.support.internal.content.Placeholder;
import jp.careplan.support.internal.content.ShippedContent;
import jp.careplan.support.internal.content.ShippedText;

/** The texts in the database. The first node that looks brings in what is shipped. */
@ApplicationScoped
@Transactional
class Texts {
  private static final String SYSTEM = "system";

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
    TextRevision revision = lock();
    if (!revision.isLoaded()) {
      ShippedContent.read().forEach(this::bringIn);
      revision.loaded(clock.instant());
    }
  }

  private void bringIn(ShippedText text) {
    Editing.Key key = StoredText.keyOf(text);
    TextContent content = StoredText.contentOf(text);
    var first = new TextVersion(key, new Editing.Saved(1, clock.instant(), SYSTEM), content);
    var head = new TextHead(first);
    head.publish();
    em.persist(first);
    em.persist(head);
    em.persist(new StoredText(key, text.position()).with(content));
  }

  /** Readers see this from now on, on every node. */
  void show(Editing.Key key, TextContent content) {
    StoredText shown = em.find(StoredText.class, new StoredText.Key(key));
    if (shown == null) {
      em.persist(new StoredText(key, behindAll(key.kind())).with(content));
    } else {
      shown.with(content);
    }
    grow();
  }

  private int behindAll(TextKind kind) {
    return em.createQuery(
                "select max(t.position) from StoredText t where t.kind = :kind", Integer.class)
            .setParameter("kind", kind)
            .getResultStream()
            .filter(it -> it != null)
            .findFirst()
            .orElse(0)
        + 1;
  }

  void hide(Editing.Key key) {
    StoredText shown = em.find(StoredText.class, new StoredText.Key(key));
    if (shown != null) {
      em.remove(shown);
      grow();
    }
  }

  private void grow() {
    lock().grow();
  }

  /** Waits until nobody else shows or begins a text. */
  TextRevision lock() {
    TextRevision revision = revision(LockModeType.PESSIMISTIC_WRITE);
    em.refresh(revision);
    return revision;
  }

  /** What readers see of a kind today. */
  List<HelpText> all(TextKind kind) {
    LocalDate today = LocalDate.now(clock);
    Map<Placeholder, String> values = values();
    String order = kind == TextKind.NEWS ? "t.publishedOn desc, t.position" : "t.position";
    return em.createQuery(
            "select t from StoredText t where t.kind = :kind order by " + order, StoredText.class)
        .setParameter("kind", kind)
        .getResultStream()
        .filter(it -> it.isShownOn(today))
        .map(it -> it.filled(text -> Placeholder.fill(text, values)))
        .toList();
  }

  /** As readers would see it. */
  HelpText preview(Editing.Key key, TextContent content) {
    Map<Placeholder, String> values = values();
    return new StoredText(key, 0).with(content).filled(text -> Placeholder.fill(text, values));
  }

  private Map<Placeholder, String> values() {
    return Map.of(
        Placeholder.NAME, site.operatorName(),
        Placeholder.PHONE, site.phone(),
        Placeholder.HOURS, site.hours(),
        Placeholder.FEE, site.fee());
  }
}
