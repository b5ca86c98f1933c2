package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import jp.careplan.kernel.Sha256;
import jp.careplan.support.internal.inquiry.PersonalData;

/**
 * 答えられなかったこと: one queue for editors of what people asked and did not find. Words are masked before
 * they are kept, those that differ by writing alone are counted together, and likes are gathered
 * ({@link UnmetGroups}). Whoever changes a question locks its group first.
 */
@ApplicationScoped
@Transactional
class UnmetQueue {
  private static final int LONGEST = 200;
  private static final int MOST_READ = 2000;
  private static final Duration KEPT = Duration.ofDays(365);

  @PersistenceContext private EntityManager em;
  @Inject private UnmetGroups groups;
  @Inject private Clock clock;

  /**
   * @param about the text that did not help; empty where it is about none
   */
  void note(UnmetKind kind, String words, String about) {
    String masked = kept(words);
    if (masked.isEmpty() && about.isEmpty()) {
      return;
    }
    String id = Sha256.hex(kind + " " + about + " " + alike(masked));
    Unmet known = em.find(Unmet.class, id);
    String place = known == null ? groups.placeFor(id, masked, about) : known.gathered();
    UnmetGroup group = groups.lock(place).orElseThrow();
    em.createNativeQuery(
            "INSERT INTO support_unmet (id, source, words, about, gathered, counted, state,"
                + " first_at, last_at, version) VALUES (?, ?, ?, ?, ?, 0, 'OPEN', '1970-01-01',"
                + " '1970-01-01', 0) ON DUPLICATE KEY UPDATE version = version + 1")
        .setParameter(1, id)
        .setParameter(2, kind.name())
        .setParameter(3, masked)
        .setParameter(4, about)
        .setParameter(5, place)
        .executeUpdate();
    Unmet question = Objects.requireNonNull(em.find(Unmet.class, id));
    em.refresh(question, LockModeType.PESSIMISTIC_WRITE);
    question.again(clock.instant());
    if (!question.gathered().equals(place)) { // somebody else placed it at the same moment
      group = groups.lock(question.gathered()).orElseThrow();
    }
    group.again(question, clock.instant());
  }

  /** Masked first: a cut in the middle of an address or a number would leave what no mask sees. */
  private static String kept(String words) {
    String read = words.length() > MOST_READ ? words.substring(0, MOST_READ) : words;
    String masked = PersonalData.masked(read).replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return masked.length() > LONGEST ? masked.substring(0, LONGEST).strip() : masked;
  }

  private static String alike(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Punct}、。・「」（）？！ー]", "");
  }

  /** Deletes what nobody asked for in a year; how many of at most {@code most}. */
  int purge(int most) {
    Instant limit = clock.instant().minus(KEPT);
    List<Unmet> old =
        em.createQuery("select u from Unmet u where u.lastAt < :limit", Unmet.class)
            .setParameter("limit", limit)
            .setMaxResults(most)
            .getResultList();
    Set<String> touched = new TreeSet<>(groups.before(limit, most));
    old.forEach(it -> touched.add(it.gathered()));
    List<UnmetGroup> locked = touched.stream().flatMap(it -> groups.lock(it).stream()).toList();
    if (!old.isEmpty()) {
      em.createQuery("delete from Unmet u where u.id in :ids and u.lastAt < :limit")
          .setParameter("ids", old.stream().map(Unmet::id).toList())
          .setParameter("limit", limit)
          .executeUpdate();
    }
    locked.forEach(groups::recount);
    return old.size();
  }
}
