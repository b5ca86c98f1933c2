package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import jp.careplan.kernel.DomainException;

/** Texts with everything that was ever saved of them. */
@ApplicationScoped
@Transactional
class TextVersions {
  /** Below it a later release may ship questions of its own. */
  private static final int FIRST_OWN_QUESTION = 501;

  private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

  @PersistenceContext private EntityManager em;
  @Inject private Texts texts;

  Editing.Page list(Editing.Filter filter, Optional<Editing.Key> after, int most, LocalDate today) {
    List<String> wanted = new ArrayList<>(List.of("1 = 1"));
    Map<String, Object> values = new HashMap<>();
    filter
        .kind()
        .ifPresent(it -> {
          wanted.add("h.kind = :kind");
          values.put("kind", it);
        });
    filter
        .state()
        .ifPresent(it -> {
          wanted.add("h.state = :state");
          values.put("state", it);
        });
    if (filter.stale()) {
      wanted.add("h.reviewOn < :today and h.state <> :archived");
      values.put("today", today);
      values.put("archived", TextState.ARCHIVED);
    }
    if (filter.offered()) {
      wanted.add("h.release.offer <> :none and h.state <> :archived");
      values.put("none", TextOffer.NONE);
      values.put("archived", TextState.ARCHIVED);
    }
    if (!filter.word().isEmpty()) {
      wanted.add(
          "(locate(:word, h.title) > 0 or locate(:word, h.name) > 0 or exists (select v.number"
              + " from TextVersion v where v.kind = h.kind and v.name = h.name and v.number ="
              + " h.newest and v.body like :like escape '!'))");
      values.put("word", filter.word());
      values.put("like", "%" + filter.word().replaceAll("[!%_]", "!$0") + "%");
    }
    after.ifPresent(it -> {
      wanted.add("(h.kind > :afterKind or (h.kind = :afterKind and h.name > :afterName))");
      values.put("afterKind", it.kind());
      values.put("afterName", it.name());
    });
    var query =
        em.createQuery(
            "select h from TextHead h where "
                + String.join(" and ", wanted)
                + " order by h.kind, h.name",
            TextHead.class);
    values.forEach(query::setParameter);
    List<Editing.Listed> found =
        query.setMaxResults(most + 1).getResultStream().map(it -> it.listed(today)).toList();
    return found.size() > most
        ? new Editing.Page(found.subList(0, most), Optional.of(found.get(most - 1).key()))
        : new Editing.Page(found, Optional.empty());
  }

  TextHead require(Editing.Key key) {
    TextHead head = em.find(TextHead.class, new StoredText.Key(key));
    if (head == null) {
      throw new DomainException(SupportProblem.NO_SUCH_TEXT, "");
    }
    return head;
  }

  /** The text as it stands now, for whoever changes it alone. */
  TextHead lock(Editing.Key key) {
    TextHead head = require(key);
    em.refresh(head, LockModeType.PESSIMISTIC_WRITE);
    return head;
  }

  TextContent content(Editing.Key key, int number) {
    TextVersion version = em.find(TextVersion.class, new TextVersion.Key(key, number));
    if (version == null) {
      throw new DomainException(SupportProblem.NO_SUCH_TEXT, "");
    }
    return version.content();
  }

  /** Whether somebody saved a version that came after this one. */
  boolean wrote(String who, Editing.Key key, int after) {
    return em.createQuery(
                "select count(v) from TextVersion v where v.kind = :kind and v.name = :name and"
                    + " v.number > :after and v.savedBy = :who",
                Long.class)
            .setParameter("kind", key.kind())
            .setParameter("name", key.name())
            .setParameter("after", after)
            .setParameter("who", who)
            .getSingleResult()
        > 0;
  }

  boolean exists(Editing.Key key) {
    return em.find(TextHead.class, new StoredText.Key(key)) != null;
  }

  List<Editing.Saved> saved(Editing.Key key) {
    return em.createQuery(
            "select new jp.careplan.support.Editing.Saved(v.number, v.savedAt, v.savedBy) from"
                + " TextVersion v where v.kind = :kind and v.name = :name order by v.number desc",
            Editing.Saved.class)
        .setParameter("kind", key.kind())
        .setParameter("name", key.name())
        .getResultList();
  }

  void begin(TextVersion first) {
    em.persist(first);
    em.persist(new TextHead(first));
  }

  void add(TextHead head, TextVersion next) {
    em.persist(next);
    head.take(next);
  }

  /** A name that no text of the kind ever had; under a lock, so that two do not take the same. */
  Editing.Key freeKey(TextKind kind, TextContent content, LocalDate today) {
    texts.lock();
    if (kind == TextKind.TERM) {
      var key = new Editing.Key(kind, content.title());
      if (exists(key)) {
        throw new DomainException(SupportProblem.TEXT_UNFIT, "この用語は、もうあります。");
      }
      return key;
    }
    String start =
        switch (kind) {
          case FAQ -> content.topic() + "-";
          case NEWS -> "news-" + DAY.format(today) + "-";
          default -> "guide-";
        };
    Set<String> taken =
        new HashSet<>(
            em.createQuery(
                    "select h.name from TextHead h where h.kind = :kind and h.name like :start",
                    String.class)
                .setParameter("kind", kind)
                .setParameter("start", start + "%")
                .getResultList());
    String name =
        IntStream.iterate(kind == TextKind.FAQ ? FIRST_OWN_QUESTION : 1, it -> it + 1)
            .mapToObj(it -> start + "%02d".formatted(it))
            .filter(it -> !taken.contains(it))
            .findFirst()
            .orElseThrow();
    return new Editing.Key(kind, name);
  }
}
