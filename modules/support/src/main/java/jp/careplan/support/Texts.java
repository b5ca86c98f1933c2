package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import jp.careplan.kernel.OperatorSetting;
import jp.careplan.kernel.OperatorSettings;
import jp.careplan.support.internal.content.Placeholder;

/** The texts in the database. The first node that looks brings in what is shipped. */
@ApplicationScoped
@Transactional
class Texts {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;
  @Inject private SiteValues site;
  @Inject private OperatorSettings settings;
  @Inject private ReleaseTexts release;

  /** The number that grows with each change. */
  long revision() {
    TextRevision revision = Objects.requireNonNull(em.find(TextRevision.class, TextRevision.ID));
    release.bringIn(revision.counted());
    return revision.counted();
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
    return TextRevision.locked(em);
  }

  /** What readers see of a kind today. */
  List<HelpText> all(TextKind kind) {
    LocalDate today = LocalDate.now(clock);
    Map<Placeholder, String> values = values();
    String order = kind == TextKind.NEWS ? "t.publishedOn desc, t.position" : "t.position, t.name";
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

  /** Words as readers see them. */
  String filled(String words) {
    return Placeholder.fill(words, values());
  }

  /** What stands in the texts for the operator's own. */
  Map<Placeholder, String> values() {
    return Map.of(
        Placeholder.NAME, site.operatorName(),
        Placeholder.PHONE, site.phone(),
        Placeholder.HOURS, site.hours(),
        Placeholder.FEE, site.fee(),
        Placeholder.PICTURE_DAYS, days(SupportSettings.PICTURE_DAYS),
        Placeholder.KEPT_DAYS, days(SupportSettings.KEPT_DAYS));
  }

  private String days(OperatorSetting setting) {
    return settings.number(setting) + "日";
  }
}
