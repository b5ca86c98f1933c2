package jp.careplan.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OperatorSettings;
import jp.careplan.kernel.Vault;
import jp.careplan.support.Inquiring.Draft;
import jp.careplan.support.Inquiring.Picture;
import jp.careplan.support.Inquiring.Standing;
import jp.careplan.support.Inquiring.Status;
import jp.careplan.support.Inquiring.Written;
import jp.careplan.support.internal.inquiry.Codes;

/** The inquiries in the database. */
@ApplicationScoped
@Transactional
class InquiryStore {
  private static final String CONVERSATION = "conversation";
  private static final String SUSPECT = "suspect";
  private static final int DIGITS = 8;
  private static final int MOST_PICTURES = 3;
  private static final Duration DRAFT = Duration.ofDays(1);

  @PersistenceContext private EntityManager em;
  @Inject private Vault vault;
  @Inject private OperatorSettings settings;
  @Inject private Clock clock;

  InquiryKey save(Optional<InquiryKey> key, Draft draft) {
    Optional<Inquiry> before = key.flatMap(this::find).filter(Inquiry::isDraft);
    InquiryKey opened = before.flatMap(any -> key).orElseGet(this::newKey);
    Inquiry inquiry = before.orElseGet(() -> new Inquiry(opened, clock.instant()));
    String said =
        draft.conversation().isEmpty()
            ? before.map(it -> content(it).getString(CONVERSATION, "")).orElse("")
            : draft.conversation();
    inquiry.write(
        draft.form().kind().orElse(InquiryKind.OTHER),
        vault.seal(place(opened.number()), json(draft, said).getBytes(UTF_8)),
        clock.instant());
    if (before.isEmpty()) {
      em.persist(inquiry);
    }
    return opened;
  }

  boolean isSuspect(Inquiry inquiry) {
    return content(inquiry).getBoolean(SUSPECT, false);
  }

  private InquiryKey newKey() {
    String number;
    do {
      number = Codes.newDigits(DIGITS);
    } while (byNumber(number).isPresent());
    return new InquiryKey(number, Codes.newCode());
  }

  Optional<Inquiry> find(InquiryKey key) {
    return byNumber(key.number()).filter(it -> it.opensWith(key));
  }

  /** For a change: one after the other, as the author's two windows send them. */
  Inquiry requireDraft(InquiryKey key) {
    Inquiry draft = find(key).orElseThrow(() -> new DomainException(SupportProblem.DRAFT_GONE, ""));
    em.lock(draft, LockModeType.PESSIMISTIC_WRITE);
    if (!draft.isDraft()) {
      throw new DomainException(SupportProblem.DRAFT_GONE, "");
    }
    return draft;
  }

  Optional<Written> written(InquiryKey key) {
    return find(key).map(this::written);
  }

  Written written(Inquiry inquiry) {
    JsonObject all = content(inquiry);
    return new Written(
        inquiry.number(),
        inquiry.status(),
        InquiryForm.typed(field -> all.getString(field, "")),
        all.getString(CONVERSATION, ""),
        pictures(inquiry.id()),
        inquiry.receivedAt());
  }

  private JsonObject content(Inquiry inquiry) {
    String json = new String(vault.open(place(inquiry.number()), inquiry.content()), UTF_8);
    try (var reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private static String json(Draft draft, String conversation) {
    JsonObjectBuilder all =
        Json.createObjectBuilder().add(CONVERSATION, conversation).add(SUSPECT, draft.suspect());
    draft.form().values().forEach((field, value) -> all.add(field.id(), value));
    return all.build().toString();
  }

  /** Without their content, which no list loads. */
  private List<Picture> pictures(String inquiry) {
    List<Object[]> rows =
        em.createQuery(
                "select p.position, p.media, p.bytes from InquiryPicture p"
                    + " where p.inquiry = :inquiry order by p.position",
                Object[].class)
            .setParameter("inquiry", inquiry)
            .getResultList();
    List<Picture> pictures = new ArrayList<>();
    for (Object[] row : rows) {
      pictures.add(new Picture((Integer) row[0], (String) row[1], (Integer) row[2]));
    }
    return pictures;
  }

  void lay(InquiryKey key, String media, byte[] content) {
    Inquiry draft = requireDraft(key);
    List<Picture> before = pictures(draft.id());
    if (before.size() >= MOST_PICTURES) {
      throw new DomainException(SupportProblem.PICTURES_FULL, "");
    }
    int position = before.isEmpty() ? 1 : before.getLast().position() + 1;
    byte[] sealed = vault.seal(place(draft.number()) + " " + position, content);
    em.persist(
        new InquiryPicture(
            draft.id(), new Picture(position, media, content.length), sealed, clock.instant()));
  }

  void takeAway(InquiryKey key, int position) {
    em.createQuery(
            "delete from InquiryPicture p where p.inquiry = :inquiry and p.position = :position")
        .setParameter("inquiry", requireDraft(key).id())
        .setParameter("position", position)
        .executeUpdate();
  }

  List<Standing> of(String office, int most) {
    return em.createQuery(
            "select i from Inquiry i where i.office = :office and i.receivedAt is not null"
                + " order by i.receivedAt desc",
            Inquiry.class)
        .setParameter("office", office)
        .setMaxResults(most)
        .getResultStream()
        .map(Inquiry::standing)
        .toList();
  }

  private Optional<Inquiry> byNumber(String number) {
    return em.createQuery("select i from Inquiry i where i.number = :number", Inquiry.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  private static String place(String number) {
    return "support_inquiry " + number;
  }

  /** Deletes drafts that nobody sent, pictures and inquiries whose time is over. */
  int purge(int most) {
    Instant now = clock.instant();
    List<String> drafts =
        ids(
            "select i.id from Inquiry i where i.status = :draft and i.touchedAt < :limit",
            now.minus(DRAFT),
            most,
            true);
    List<String> old =
        ids(
            "select i.id from Inquiry i where i.receivedAt < :limit",
            now.minus(Duration.ofDays(settings.number(SupportSettings.KEPT_DAYS))),
            most,
            false);
    int pictures = purgePictures(now, most);
    drafts.forEach(this::delete);
    old.forEach(this::delete);
    return Math.max(pictures, Math.max(drafts.size(), old.size()));
  }

  private List<String> ids(String query, Instant limit, int most, boolean draft) {
    var asked = em.createQuery(query, String.class).setParameter("limit", limit);
    return (draft ? asked.setParameter("draft", Status.DRAFT) : asked)
        .setMaxResults(most)
        .getResultList();
  }

  private int purgePictures(Instant now, int most) {
    List<String> inquiries =
        em.createQuery(
                "select distinct p.inquiry from InquiryPicture p where p.laidAt < :limit",
                String.class)
            .setParameter(
                "limit", now.minus(Duration.ofDays(settings.number(SupportSettings.PICTURE_DAYS))))
            .setMaxResults(most)
            .getResultList();
    inquiries.forEach(this::deletePictures);
    return inquiries.size();
  }

  private void delete(String id) {
    deletePictures(id);
    em.createQuery("delete from Inquiry i where i.id = :id").setParameter("id", id).executeUpdate();
  }

  private void deletePictures(String inquiry) {
    em.createQuery("delete from InquiryPicture p where p.inquiry = :inquiry")
        .setParameter("inquiry", inquiry)
        .executeUpdate();
  }
}
