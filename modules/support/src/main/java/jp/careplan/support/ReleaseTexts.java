package jp.careplan.support;

import static java.lang.System.Logger.Level.INFO;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.support.internal.content.ShippedContent;
import jp.careplan.support.internal.content.ShippedText;

/**
 * Brings in the texts of the release that this node runs: once for each release, by the first node
 * of it that looks. Texts that no person ever saved take over new words, others are offered them. A
 * release that was here before brings nothing, so nodes of two releases may run beside each other.
 */
@ApplicationScoped
@Transactional
class ReleaseTexts {
  private static final System.Logger LOG = System.getLogger(ReleaseTexts.class.getName());

  @PersistenceContext private EntityManager em;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  private final ReleaseLook look = new ReleaseLook(ShippedContent::digest);

  void bringIn(long counted) {
    if (look.isNew(em, counted)) {
      underLock();
    }
  }

  /** The heads first, as whoever publishes does; the row of all texts is where nodes queue up. */
  private void underLock() {
    List<TextHead> heads =
        em.createQuery("select h from TextHead h order by h.kind, h.name", TextHead.class)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultList();
    TextRevision revision = TextRevision.locked(em);
    if (look.isKnown(em)) {
      return;
    }
    boolean first = !revision.isLoaded();
    ReleaseCount count = new House(byKey(heads, TextHead::key)).take(ShippedContent.read());
    look.note(em, clock.instant());
    revision.loaded(clock.instant());
    LOG.log(INFO, "texts of release {0}: {1}", look.digest().substring(0, 12), count);
    if (!first && !count.isNothing()) {
      trail.append(
          new AuditTrail.Entry(
              TextHead.SYSTEM,
              "",
              "texts-updated",
              look.digest().substring(0, 12),
              count.words("文章")));
    }
  }

  private static <T> Map<Editing.Key, T> byKey(List<T> rows, Function<T, Editing.Key> key) {
    return rows.stream().collect(Collectors.toMap(key, it -> it));
  }

  /** All that the house has, read at once: a query for each text would be some hundred. */
  private final class House {
    private final Map<Editing.Key, TextHead> heads;
    private final Map<Editing.Key, ShippedWording> wordings;
    private final Map<Editing.Key, TextVersion> edited;
    private final Map<Editing.Key, StoredText> shown;
    private final Instant now = clock.instant();
    private int begun;
    private int taken;
    private int offered;
    private int gone;

    House(Map<Editing.Key, TextHead> heads) {
      this.heads = new HashMap<>(heads);
      this.wordings =
          byKey(
              em.createQuery(
                      "select s from ShippedWording s, TextHead h where s.kind = h.kind and s.name"
                          + " = h.name and s.number = h.release.shipped",
                      ShippedWording.class)
                  .getResultList(),
              ShippedWording::key);
      this.edited =
          byKey(
              em.createQuery(
                      "select v from TextVersion v, TextHead h where v.kind = h.kind and v.name ="
                          + " h.name and v.number = h.newest and h.savedBy not in :ours",
                      TextVersion.class)
                  .setParameter("ours", TextHead.OURS)
                  .getResultList(),
              TextVersion::key);
      this.shown =
          byKey(
              em.createQuery("select t from StoredText t", StoredText.class).getResultList(),
              StoredText::key);
    }

    ReleaseCount take(List<ShippedText> texts) {
      for (ShippedText text : texts) {
        Editing.Key key = StoredText.keyOf(text);
        TextHead head = heads.remove(key);
        if (head == null) {
          begin(key, text);
        } else {
          offer(head, text);
        }
      }
      for (TextHead left : heads.values()) {
        gone += left.release().shippedNoLonger() ? 1 : 0;
      }
      return new ReleaseCount(begun, taken, offered, gone);
    }

    private void begin(Editing.Key key, ShippedText text) {
      TextContent words = StoredText.contentOf(text);
      var version = new TextVersion(key, new Editing.Saved(1, now, TextHead.SYSTEM), words);
      var head = new TextHead(version);
      head.release().shipped(1);
      head.release().answer();
      head.publish();
      em.persist(new ShippedWording(key, 1, words, now));
      em.persist(version);
      em.persist(head);
      em.persist(new StoredText(key, text.position()).with(words));
      begun++;
    }

    private void offer(TextHead head, ShippedText text) {
      Editing.Key key = head.key();
      TextContent words = StoredText.contentOf(text);
      StoredText seen = shown.get(key);
      if (seen != null) {
        seen.standAt(text.position());
      }
      ShippedWording before = wordings.get(key);
      if (before != null && before.content().equals(words)) {
        head.release().shippedAgain();
        return;
      }
      int number = head.release().shippedNext();
      em.persist(new ShippedWording(key, number, words, now));
      TextVersion own = edited.get(key);
      if (head.isUntouched() && seen != null) {
        var next =
            new TextVersion(
                key, new Editing.Saved(head.newest() + 1, now, TextHead.RELEASE), words);
        em.persist(next);
        head.take(next);
        head.publish();
        head.release().answer();
        seen.with(words);
        taken++;
      } else if (own != null && own.content().withWords(words).equals(own.content())) {
        head.release().answer();
      } else {
        offered++;
      }
    }
  }
}
