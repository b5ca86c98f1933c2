package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.support.internal.file.PdfText;

/** PDFs that were laid and whose words nobody has read yet. */
@ApplicationScoped
@Transactional
class UnreadPdfs {
  /** A node that took one and died gives it free again after this time; reading takes less. */
  private static final Duration LEASE = Duration.ofMinutes(1);

  private static final int MOST_TRIES = 3;
  private static final int AT_ONCE = 20;
  private static final String THIS_ONE = " where f.id = :id and f.edition = :edition";

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  /** Those to be read now, the first laid first. */
  List<TextFile.Key> due() {
    return em.createQuery(
            "select f.id, f.edition from TextFile f where f.readAfter <= :now order by f.readAfter",
            Object[].class)
        .setParameter("now", clock.instant())
        .setMaxResults(AT_ONCE)
        .getResultStream()
        .map(it -> new TextFile.Key((String) it[0], (Integer) it[1]))
        .toList();
  }

  /**
   * Its bytes, for this node alone; empty when another was quicker, or it was tried often enough.
   */
  Optional<byte[]> take(TextFile.Key key) {
    Instant now = clock.instant();
    int taken =
        of(
                key,
                "update TextFile f set f.readAfter = :lease, f.tries = f.tries + 1"
                    + THIS_ONE
                    + " and f.readAfter <= :now")
            .setParameter("lease", now.plus(LEASE))
            .setParameter("now", now)
            .executeUpdate();
    if (taken == 0) {
      return Optional.empty();
    }
    if (tries(key) > MOST_TRIES) {
      read(key, new PdfText.Words("", PdfText.Trouble.BROKEN));
      return Optional.empty();
    }
    return Optional.of(content(key));
  }

  private int tries(TextFile.Key key) {
    return (Integer) of(key, "select f.tries from TextFile f" + THIS_ONE).getSingleResult();
  }

  private byte[] content(TextFile.Key key) {
    var content = new ByteArrayOutputStream();
    for (Object piece :
        of(key, "select f.content from TextFilePiece f" + THIS_ONE + " order by f.position")
            .getResultList()) {
      content.writeBytes((byte[]) piece);
    }
    return content.toByteArray();
  }

  /** The words lie beside the file from now on, and every node makes its index of them. */
  void read(TextFile.Key key, PdfText.Words words) {
    of(
            key,
            "update TextFile f set f.words = :words, f.trouble = :trouble, f.readAfter = null"
                + THIS_ONE)
        .setParameter("words", words.text())
        .setParameter("trouble", words.trouble())
        .executeUpdate();
    if (!words.text().isEmpty()) {
      TextRevision.locked(em).grow();
    }
  }

  private Query of(TextFile.Key key, String query) {
    return em.createQuery(query)
        .setParameter("id", key.id())
        .setParameter("edition", key.edition());
  }
}
