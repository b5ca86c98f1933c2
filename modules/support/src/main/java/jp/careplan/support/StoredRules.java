package jp.careplan.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jp.careplan.support.internal.chat.ChatRules;
import jp.careplan.support.internal.chat.RuleText;

/**
 * The chat's rules in the database: the working copy, and every version that was published. The
 * first node that looks brings in what is shipped.
 */
@ApplicationScoped
@Transactional
class StoredRules {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  /** As it stands; the shipped rules have come in. */
  RuleRevision revision() {
    RuleRevision revision = revision(LockModeType.NONE);
    if (!revision.isLoaded()) {
      load();
    }
    return revision(LockModeType.NONE);
  }

  /** Number of the newest version. */
  int live() {
    return revision().live();
  }

  private RuleRevision revision(LockModeType lock) {
    return Objects.requireNonNull(em.find(RuleRevision.class, RuleRevision.ID, lock));
  }

  /** Waits until nobody else changes or publishes rules. */
  RuleRevision lock() {
    RuleRevision revision = revision(LockModeType.PESSIMISTIC_WRITE);
    em.refresh(revision);
    return revision;
  }

  /** Once for ever, whatever editors take away afterwards; under a lock, so by one node alone. */
  private void load() {
    RuleRevision revision = lock();
    if (!revision.isLoaded()) {
      List<RuleText> shipped = ChatRules.shippedTexts();
      for (int i = 0; i < shipped.size(); i++) {
        var rule = new StoredRule(shipped.get(i), i, clock.instant(), TextHead.SYSTEM);
        rule.release().shipped(1);
        rule.release().answer();
        em.persist(rule);
        em.persist(new ShippedRule(shipped.get(i), 1, clock.instant()));
      }
      revision.loaded(clock.instant());
      publish(revision, shipped, TextHead.SYSTEM, "", 0);
    }
  }

  /** The working copy in its order. */
  List<StoredRule> draft() {
    return em.createQuery("select r from StoredRule r order by r.position", StoredRule.class)
        .getResultList();
  }

  Optional<StoredRule> find(String name) {
    return Optional.ofNullable(em.find(StoredRule.class, name));
  }

  StoredRule add(RuleText rule, String before, String by) {
    StoredRule added = new StoredRule(rule, 0, clock.instant(), by);
    List<StoredRule> all = new ArrayList<>(draft());
    em.persist(added);
    all.add(added);
    move(all, added, before);
    return added;
  }

  void save(StoredRule rule, RuleText text, String before, String by) {
    rule.save(text, clock.instant(), by);
    move(new ArrayList<>(draft()), rule, before);
  }

  /** The others keep their order, and the places of those that stay where they are. */
  private static void move(List<StoredRule> all, StoredRule moved, String before) {
    if (before.equals(moved.name())) {
      return;
    }
    all.remove(moved);
    int at = all.size();
    for (int i = 0; i < all.size(); i++) {
      at = all.get(i).name().equals(before) ? i : at;
    }
    all.add(at, moved);
    for (int i = 0; i < all.size(); i++) {
      all.get(i).stand(i);
    }
  }

  /** In its place. */
  void take(StoredRule rule, RuleText text, String by) {
    rule.save(text, clock.instant(), by);
  }

  /** What releases shipped last of each rule. */
  List<ShippedRule> wordings() {
    return em.createQuery(
            "select s from ShippedRule s where s.number = (select max(t.number) from ShippedRule t"
                + " where t.name = s.name)",
            ShippedRule.class)
        .getResultList();
  }

  Optional<ShippedRule> wording(String name, int number) {
    return Optional.ofNullable(em.find(ShippedRule.class, new ShippedRule.Key(name, number)));
  }

  void switched(StoredRule rule, boolean off, String by) {
    take(rule, rule.text().switched(off), by);
  }

  void remove(StoredRule rule) {
    em.remove(rule);
  }

  int publish(RuleRevision revision, List<RuleText> rules, String by, String note, int again) {
    int number = revision.next();
    em.persist(
        new RuleVersion(new RuleEditing.Saved(number, clock.instant(), by), rules, note, again));
    return number;
  }

  Optional<RuleVersion> version(int number) {
    return Optional.ofNullable(em.find(RuleVersion.class, number));
  }

  /** Of many versions only what tells them apart: the rules themselves are long. */
  List<RuleEditing.Version> versions(int below, int most) {
    return em.createQuery(
            "select v.number, v.publishedAt, v.publishedBy, v.rules, v.note, v.again from"
                + " RuleVersion v where v.number < :below order by v.number desc",
            Object[].class)
        .setParameter("below", below)
        .setMaxResults(most)
        .getResultStream()
        .map(it ->
            new RuleEditing.Version(
                new RuleEditing.Saved((Integer) it[0], (Instant) it[1], (String) it[2]),
                (Integer) it[3],
                (String) it[4],
                (Integer) it[5]))
        .toList();
  }

  /** What an unmet question says. */
  String unmetWords(String id) {
    List<?> words =
        em.createNativeQuery("SELECT words FROM support_unmet WHERE id = ?")
            .setParameter(1, id)
            .getResultList();
    return words.isEmpty() ? "" : String.valueOf(words.getFirst());
  }
}
