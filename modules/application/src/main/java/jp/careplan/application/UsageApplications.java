package jp.careplan.application;

import static jp.careplan.kernel.KernelProblem.NOT_FOUND;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.careplan.application.ApplicationReview.Filter;
import jp.careplan.application.ApplicationReview.Mark;
import jp.careplan.application.ApplicationReview.Rule;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;

/** Applications, the rules of their review, and changed office numbers. */
@ApplicationScoped
class UsageApplications {
  @PersistenceContext private EntityManager em;

  /** All who change applications of one office come one after the other. */
  Optional<Office> locked(OfficeNumber office) {
    return Optional.ofNullable(
        em.find(Office.class, office.value(), LockModeType.PESSIMISTIC_WRITE));
  }

  void add(Office office) {
    em.persist(office);
  }

  /** Of two at once that meet in one place the second ends here. */
  void add(UsageApplication application) {
    em.persist(application);
    em.flush();
  }

  void add(NumberChange change) {
    em.merge(change);
  }

  UsageApplication require(ApplicationId id) {
    UsageApplication found = em.find(UsageApplication.class, id.value());
    if (found == null) {
      throw new DomainException(NOT_FOUND, "");
    }
    return found;
  }

  /** As it is now that its office is locked. */
  UsageApplication fresh(UsageApplication application) {
    em.refresh(application);
    return application;
  }

  Optional<UsageApplication> open(OfficeNumber office) {
    return at(UsageApplication.openPlace(office));
  }

  /** The completed application by which the office takes part. */
  Optional<UsageApplication> valid(OfficeNumber office) {
    return at(UsageApplication.validPlace(office));
  }

  private Optional<UsageApplication> at(String place) {
    return em.createQuery(
            "select a from UsageApplication a where a.place = :place", UsageApplication.class)
        .setParameter("place", place)
        .getResultStream()
        .findFirst();
  }

  /** The newest first. */
  List<UsageApplication> of(OfficeNumber office) {
    return em.createQuery(
            "select a from UsageApplication a where a.office = :office"
                + " order by a.draftedAt desc, a.id desc",
            UsageApplication.class)
        .setParameter("office", office.value())
        .getResultList();
  }

  Optional<Office> find(OfficeNumber office) {
    return Optional.ofNullable(em.find(Office.class, office.value()));
  }

  /**
   * @param prefectures of the operator who asks; empty: the whole country
   * @param before when they were sent at the latest
   */
  List<UsageApplication> waiting(
      Set<String> prefectures,
      Filter filter,
      Optional<Instant> before,
      Optional<Mark> after,
      int most) {
    String query =
        "select a from UsageApplication a where a.status = :status" + within(prefectures);
    query += filter.kind().isPresent() ? " and a.kind = :kind" : "";
    query += filter.prefecture().isEmpty() ? "" : " and substring(a.office, 1, 2) = :wanted";
    query += before.isPresent() ? " and a.submittedAt < :before" : "";
    query +=
        after.isPresent()
            ? " and (a.submittedAt > :at or (a.submittedAt = :at and a.id > :id))"
            : "";
    TypedQuery<UsageApplication> prepared =
        em.createQuery(query + " order by a.submittedAt, a.id", UsageApplication.class)
            .setParameter("status", ApplicationStatus.IN_REVIEW)
            .setMaxResults(most);
    if (!prefectures.isEmpty()) {
      prepared.setParameter("prefectures", prefectures);
    }
    filter.kind().ifPresent(kind -> prepared.setParameter("kind", kind));
    if (!filter.prefecture().isEmpty()) {
      prepared.setParameter("wanted", filter.prefecture());
    }
    before.ifPresent(moment -> prepared.setParameter("before", moment));
    after.ifPresent(
        mark -> prepared.setParameter("at", mark.submittedAt()).setParameter("id", mark.id()));
    return prepared.getResultList();
  }

  long countWaiting(Set<String> prefectures) {
    TypedQuery<Long> query =
        em.createQuery(
                "select count(a) from UsageApplication a where a.status = :status"
                    + within(prefectures),
                Long.class)
            .setParameter("status", ApplicationStatus.IN_REVIEW);
    if (!prefectures.isEmpty()) {
      query.setParameter("prefectures", prefectures);
    }
    return query.getSingleResult();
  }

  private static String within(Set<String> prefectures) {
    return prefectures.isEmpty() ? "" : " and substring(a.office, 1, 2) in :prefectures";
  }

  Map<String, Rule> rules() {
    return em.createQuery("select r from ReviewRule r", ReviewRule.class)
        .getResultStream()
        .map(ReviewRule::view)
        .collect(Collectors.toMap(Rule::code, Function.identity()));
  }

  void switchRule(String code, boolean on) {
    ReviewRule rule = em.find(ReviewRule.class, code);
    if (rule == null) {
      throw new DomainException(NOT_FOUND, "");
    }
    rule.turn(on);
  }

  Optional<OfficeNumber> successorOf(OfficeNumber office) {
    return Optional.ofNullable(em.find(NumberChange.class, office.value()))
        .map(NumberChange::newNumber);
  }

  ApplicationSummary summary(UsageApplication application) {
    Map<String, Rule> rules = rules();
    return application.summary(
        code -> Optional.ofNullable(rules.get(code)).map(Rule::words).orElse(code));
  }
}
