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
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import jp.careplan.kernel.Sha256;
import jp.careplan.support.internal.inquiry.PersonalData;

/**
 * 答えられなかったこと: one queue for editors of what people asked and did not find. Words are masked before
 * they are kept, and those that differ by writing alone are counted together.
 */
@ApplicationScoped
@Transactional
class UnmetQueue {
  private static final int LONGEST = 200;
  private static final Duration KEPT = Duration.ofDays(365);

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  /** Where it came up. */
  enum Source {
    SEARCH,
    VOTE,
    CHAT,
    INQUIRY
  }

  /**
   * @param about the text that did not help; empty where it is about none
   */
  void note(Source source, String words, String about) {
    String cut = words.length() > LONGEST ? words.substring(0, LONGEST) : words;
    String masked = PersonalData.masked(cut).replaceAll("\\s+", " ").strip();
    if (masked.isEmpty() && about.isEmpty()) {
      return;
    }
    String id = Sha256.hex(source + " " + about + " " + alike(masked));
    em.createNativeQuery(
            "INSERT INTO support_unmet (id, source, words, about, counted, state, first_at,"
                + " last_at, version) VALUES (?, ?, ?, ?, 0, 'OPEN', '1970-01-01', '1970-01-01', 0)"
                + " ON DUPLICATE KEY UPDATE version = version + 1")
        .setParameter(1, id)
        .setParameter(2, source.name())
        .setParameter(3, masked)
        .setParameter(4, about)
        .executeUpdate();
    Objects.requireNonNull(em.find(Unmet.class, id, LockModeType.PESSIMISTIC_WRITE))
        .again(clock.instant());
  }

  private static String alike(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[\\s\\p{Punct}、。・「」（）？！ー]", "");
  }

  /** Deletes what nobody asked for in a year; how many of at most {@code most}. */
  int purge(int most) {
    List<String> old =
        em.createQuery("select u.id from Unmet u where u.lastAt < :limit", String.class)
            .setParameter("limit", clock.instant().minus(KEPT))
            .setMaxResults(most)
            .getResultList();
    return old.isEmpty()
        ? 0
        : em.createQuery("delete from Unmet u where u.id in :ids")
            .setParameter("ids", old)
            .executeUpdate();
  }
}
