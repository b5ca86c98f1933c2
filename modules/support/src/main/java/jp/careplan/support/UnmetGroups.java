package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import jp.careplan.kernel.Sha256;
import jp.careplan.support.internal.search.Likeness;

/**
 * Gathers unmet questions that are alike. A new question is compared with the first one of each
 * group by the index of their words: what it costs grows neither with the questions nor with pairs.
 */
@ApplicationScoped
@Transactional
class UnmetGroups {
  private static final int LETTERS = 16;

  @PersistenceContext private EntityManager em;
  @Inject private FieldLanguage language;

  /** The group that a new question falls into; made where there is none like it. */
  String placeFor(String id, String words, String about) {
    if (!about.isEmpty()) {
      String group = Sha256.hex("group " + about);
      make(group, words, about, 0);
      return group;
    }
    List<String> terms =
        Likeness.words(words, language.base()).stream()
            .map(it -> Sha256.hex(it).substring(0, LETTERS))
            .toList();
    return nearest(terms).orElseGet(() -> begin(id, words, terms));
  }

  /** Half of all words that either has are shared: 2 s ≥ a + b - s. */
  private Optional<String> nearest(List<String> terms) {
    if (terms.isEmpty()) {
      return Optional.empty();
    }
    String marks = String.join(", ", terms.stream().map(any -> "?").toList());
    var query =
        em.createNativeQuery(
            "SELECT w.group_id FROM support_unmet_word w JOIN support_unmet_group g ON g.id ="
                + " w.group_id WHERE w.term IN ("
                + marks
                + ") GROUP BY w.group_id, g.terms HAVING COUNT(*) * 3 >= g.terms + ?"
                + " ORDER BY COUNT(*) DESC, g.terms, w.group_id LIMIT 1");
    for (int i = 0; i < terms.size(); i++) {
      query.setParameter(i + 1, terms.get(i));
    }
    query.setParameter(terms.size() + 1, terms.size());
    Stream<?> found = query.getResultList().stream();
    return found.map(it -> String.valueOf(it).strip()).findFirst();
  }

  private String begin(String id, String words, List<String> terms) {
    make(id, words, "", terms.size());
    for (String term : terms) {
      em.createNativeQuery(
              "INSERT INTO support_unmet_word (term, group_id) VALUES (?, ?) ON DUPLICATE KEY"
                  + " UPDATE group_id = group_id")
          .setParameter(1, term)
          .setParameter(2, id)
          .executeUpdate();
    }
    return id;
  }

  private void make(String id, String words, String about, int terms) {
    em.createNativeQuery(
            "INSERT INTO support_unmet_group (id, words, about, terms, state, open_ones, counted,"
                + " by_search, by_vote, by_chat, by_inquiry, first_at, last_at, version) VALUES (?,"
                + " ?, ?, ?, 'ENDED', 0, 0, 0, 0, 0, 0, '1970-01-01', '1970-01-01', 0)"
                + " ON DUPLICATE KEY UPDATE version = version + 1")
        .setParameter(1, id)
        .setParameter(2, words)
        .setParameter(3, about)
        .setParameter(4, terms)
        .executeUpdate();
  }

  /** The group as it stands now, for whoever changes it or its questions alone. */
  Optional<UnmetGroup> lock(String id) {
    UnmetGroup group = em.find(UnmetGroup.class, id);
    if (group != null) {
      em.refresh(group, LockModeType.PESSIMISTIC_WRITE);
    }
    return Optional.ofNullable(group);
  }

  UnmetDesk.Page list(UnmetDesk.Filter filter, Optional<UnmetDesk.Place> after, int most) {
    List<String> wanted = new ArrayList<>(List.of("g.state = :state and g.counted > 0"));
    filter.kind().map(UnmetGroups::column).ifPresent(it -> wanted.add(it + " > 0"));
    after.ifPresent(
        any -> wanted.add("(g.counted < :counted or (g.counted = :counted and g.id > :id))"));
    var query =
        em.createQuery(
                "select g from UnmetGroup g where "
                    + String.join(" and ", wanted)
                    + " order by g.counted desc, g.id",
                UnmetGroup.class)
            .setParameter("state", filter.ended() ? UnmetGroup.ENDED : UnmetGroup.OPEN);
    after.ifPresent(it -> query.setParameter("counted", it.counted()).setParameter("id", it.id()));
    List<UnmetDesk.Group> found =
        query.setMaxResults(most + 1).getResultStream().map(UnmetGroup::shown).toList();
    if (found.size() <= most) {
      return new UnmetDesk.Page(found, Optional.empty());
    }
    UnmetDesk.Group last = found.get(most - 1);
    return new UnmetDesk.Page(
        found.subList(0, most), Optional.of(new UnmetDesk.Place(last.counted(), last.id())));
  }

  private static String column(UnmetKind kind) {
    return switch (kind) {
      case SEARCH -> "g.bySearch";
      case VOTE -> "g.byVote";
      case CHAT -> "g.byChat";
      case INQUIRY -> "g.byInquiry";
    };
  }

  /** After questions were ended, opened or deleted. A group without a question is gone. */
  void recount(UnmetGroup group) {
    em.flush();
    String id = group.shown().id();
    for (UnmetKind kind : UnmetKind.values()) {
      Long left =
          em.createQuery(
                  "select sum(u.counted) from Unmet u where u.gathered = :id and u.source = :kind",
                  Long.class)
              .setParameter("id", id)
              .setParameter("kind", kind)
              .getSingleResult();
      group.counts(kind, Objects.requireNonNullElse(left, 0L));
    }
    Long open =
        em.createQuery(
                "select count(u) from Unmet u where u.gathered = :id and u.state = :open",
                Long.class)
            .setParameter("id", id)
            .setParameter("open", UnmetState.OPEN)
            .getSingleResult();
    group.open(open.intValue());
    if (group.isEmpty()) {
      em.remove(group);
      em.createNativeQuery("DELETE FROM support_unmet_word WHERE group_id = ?")
          .setParameter(1, id)
          .executeUpdate();
    }
  }

  /** Groups that lost a race for their first question, or all of whose questions are gone. */
  List<String> before(Instant limit, int most) {
    return em.createQuery("select g.id from UnmetGroup g where g.lastAt < :limit", String.class)
        .setParameter("limit", limit)
        .setMaxResults(most)
        .getResultList();
  }
}
