package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.support.internal.file.PdfText;

/** The files in the database; each change is a version of the text they hang on. */
@ApplicationScoped
@Transactional
class TextFiles {
  private static final int MOST = 10;
  private static final int ID_LETTERS = 16;
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final SecureRandom RANDOM = new SecureRandom();

  @PersistenceContext private EntityManager em;
  @Inject private TextVersions versions;
  @Inject private TextCheck check;
  @Inject private AuditTrail trail;
  @Inject private Clock clock;

  /** Who changes which text above which version. */
  record Change(String by, Editing.Key key, int seen) {}

  void lay(Change change, TextFile.Checked laid) {
    TextHead head = locked(change);
    TextContent before = versions.content(change.key(), change.seen());
    if (before.files().size() >= MOST) {
      throw new DomainException(SupportProblem.FILES_FULL, "");
    }
    List<AttachedFile> files = new ArrayList<>(before.files());
    files.add(store(head, change, newId(), 1, laid));
    save(head, change, before.withFiles(files), "text-file-laid");
  }

  void replace(Change change, String id, TextFile.Checked laid) {
    TextHead head = locked(change);
    TextContent before = versions.content(change.key(), change.seen());
    AttachedFile old = require(before, id);
    if (!old.media().equals(laid.media())) {
      throw new DomainException(SupportProblem.FILE_UNFIT, "前と同じ種類のファイルを選んでください。");
    }
    AttachedFile now = store(head, change, id, newest(id) + 1, laid);
    save(
        head,
        change,
        before.withFiles(before.files().stream().map(it -> it.equals(old) ? now : it).toList()),
        "text-file-replaced");
  }

  void remove(Change change, String id) {
    TextHead head = locked(change);
    TextContent before = versions.content(change.key(), change.seen());
    AttachedFile old = require(before, id);
    TextContent after =
        before.withFiles(before.files().stream().filter(it -> !it.equals(old)).toList());
    check.require(change.key().kind(), after);
    save(head, change, after, "text-file-removed");
  }

  void insert(Change change, String id) {
    TextHead head = locked(change);
    TextContent before = versions.content(change.key(), change.seen());
    TextContent after = before.withBody(before.body() + "\n\n" + require(before, id).markdown());
    check.require(change.key().kind(), after);
    save(head, change, after, "text-saved");
  }

  private TextHead locked(Change change) {
    TextHead head = versions.lock(change.key());
    if (head.newest() != change.seen()) {
      throw new DomainException(SupportProblem.WRONG_TEXT_STATE, "ほかの人が先に保存しました。");
    }
    return head;
  }

  private static AttachedFile require(TextContent content, String id) {
    return content.files().stream()
        .filter(it -> it.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new DomainException(SupportProblem.NO_SUCH_FILE, ""));
  }

  private AttachedFile store(
      TextHead head, Change change, String id, int edition, TextFile.Checked laid) {
    byte[] content = laid.content();
    var file = new AttachedFile(id, edition, laid.media(), content.length, laid.title());
    var saved = new Editing.Saved(head.newest() + 1, clock.instant(), change.by());
    em.persist(new TextFile(change.key(), file, laid, saved));
    for (int from = 0; from < content.length; from += TextFilePiece.BYTES) {
      int to = Math.min(content.length, from + TextFilePiece.BYTES);
      em.persist(
          new TextFilePiece(
              file, from / TextFilePiece.BYTES, Arrays.copyOfRange(content, from, to)));
    }
    return file;
  }

  private void save(TextHead head, Change change, TextContent content, String action) {
    versions.add(
        head,
        new TextVersion(
            change.key(),
            new Editing.Saved(head.newest() + 1, clock.instant(), change.by()),
            content));
    String subject = change.key().kind() + "/" + change.key().name() + " " + head.newest();
    trail.append(new AuditTrail.Entry(change.by(), "", action, subject, ""));
  }

  private int newest(String id) {
    return em.createQuery("select max(f.edition) from TextFile f where f.id = :id", Integer.class)
        .setParameter("id", id)
        .getSingleResult();
  }

  private static String newId() {
    return RANDOM
        .ints(ID_LETTERS, 0, LETTERS.length())
        .mapToObj(it -> String.valueOf(LETTERS.charAt(it)))
        .collect(Collectors.joining());
  }

  Optional<AttachedFile> find(String id, int edition) {
    return Optional.ofNullable(em.find(TextFile.class, new TextFile.Key(id, edition)))
        .map(TextFile::file);
  }

  /** What the search cannot read, of files by address and edition. */
  Map<TextFile.Key, PdfText.Trouble> troubles(Editing.Key key) {
    Map<TextFile.Key, PdfText.Trouble> troubles = new HashMap<>();
    em.createQuery(
            "select f.id, f.edition, f.trouble, f.readAfter from TextFile f where f.kind = :kind"
                + " and f.name = :name",
            Object[].class)
        .setParameter("kind", key.kind())
        .setParameter("name", key.name())
        .getResultStream()
        .forEach(it ->
            troubles.put(
                new TextFile.Key((String) it[0], (Integer) it[1]),
                it[3] == null ? (PdfText.Trouble) it[2] : PdfText.Trouble.UNREAD));
    return troubles;
  }

  /** The words of PDFs by address and edition, all with one query. */
  Map<TextFile.Key, String> words(Collection<AttachedFile> files) {
    Map<TextFile.Key, String> words = new HashMap<>();
    if (!files.isEmpty()) {
      em.createQuery(
              "select f.id, f.edition, f.words from TextFile f where f.id in :ids", Object[].class)
          .setParameter("ids", files.stream().map(AttachedFile::id).distinct().toList())
          .getResultStream()
          .forEach(
              it -> words.put(new TextFile.Key((String) it[0], (Integer) it[1]), (String) it[2]));
    }
    return words;
  }

  Optional<byte[]> piece(AttachedFile file, int position) {
    return em.createQuery(
            "select p from TextFilePiece p where p.id = :id and p.edition = :edition and p.position"
                + " = :position",
            TextFilePiece.class)
        .setParameter("id", file.id())
        .setParameter("edition", file.edition())
        .setParameter("position", position)
        .getResultStream()
        .map(TextFilePiece::content)
        .findFirst();
  }
}
