package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.BAD_TERMS;
import static jp.careplan.application.ApplicationProblem.TERMS_NOT_AGREED;
import static jp.careplan.application.DeskProblem.TERMS_DRAFT_GONE;
import static jp.careplan.application.OperatorRole.AUDITOR;
import static jp.careplan.application.OperatorRole.HELPDESK;
import static jp.careplan.application.OperatorRole.OPERATOR;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.UserId;

@ApplicationScoped
@Transactional
class TermsService implements TermsOfUse, TermsPublishing {
  private static final String PUBLISH_TERMS = "publish-terms";
  private static final int LONGEST_TEXT = 200_000;

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;
  @Inject private AuditTrail trail;
  @Inject private Approvals approvals;
  @Inject private HouseOperator operator;
  @Inject private Event<TermsChanged> changed;

  @Override
  public Edition present() {
    return em.createQuery(
            "select t from Terms t where t.validFrom <= :today order by t.edition desc",
            Terms.class)
        .setParameter("today", LocalDate.now(clock))
        .setMaxResults(1)
        .getResultStream()
        .map(this::view)
        .findFirst()
        .orElseThrow();
  }

  private Edition view(Terms terms) {
    String text = shown(terms.text());
    return new Edition(terms.edition(), terms.validFrom(), terms.consentBy(), text);
  }

  private String shown(String text) {
    return text.replace(
            "{operator}", operator.getName().isEmpty() ? "この仕組みの運営者" : operator.getName())
        .replace("{phone}", operator.getPhone())
        .replace("{hours}", operator.getHours());
  }

  @Override
  public Optional<Edition> wantedOf(OfficeNumber office) {
    return em.createQuery("select t from Terms t order by t.edition desc", Terms.class)
        .setMaxResults(1)
        .getResultStream()
        .filter(newest -> newest.edition() > newestAgreed(office))
        .map(this::view)
        .findFirst();
  }

  private int newestAgreed(OfficeNumber office) {
    return consentsOf(office).stream().mapToInt(Consent::edition).max().orElse(0);
  }

  @Override
  public void agree(OfficeSession by, int edition) {
    by.requireAdministrator();
    agree(by.user(), edition);
  }

  void agree(UserId user, int edition) {
    if (em.find(Terms.class, edition) == null) {
      throw new DomainException(TERMS_NOT_AGREED, "");
    }
    OfficeNumber office = user.office();
    boolean before = consentsOf(office).stream().anyMatch(it -> it.edition() == edition);
    if (!before) {
      em.persist(new TermsConsent(user, edition, clock.instant()));
      trail.append(
          new AuditTrail.Entry(
              user.value(), office.value(), "terms-agreed", String.valueOf(edition)));
      changed.fire(new TermsChanged(Optional.of(office)));
    }
  }

  @Override
  public boolean isMissing(OfficeNumber office, LocalDate day) {
    int due =
        em.createQuery("select max(t.edition) from Terms t where t.consentBy < :day", Integer.class)
            .setParameter("day", day)
            .getResultStream()
            .filter(edition -> edition != null)
            .findFirst()
            .orElse(0);
    return due > 0 && newestAgreed(office) < due;
  }

  @Override
  public List<Consent> consentsOf(OfficeNumber office) {
    return em.createQuery(
            "select c from TermsConsent c where c.office = :office order by c.edition desc",
            TermsConsent.class)
        .setParameter("office", office.value())
        .getResultStream()
        .map(TermsConsent::view)
        .toList();
  }

  @Override
  public List<Published> all(OperatorSession by) {
    by.require(OPERATOR, AUDITOR, HELPDESK);
    return em.createQuery("select t from Terms t order by t.edition desc", Terms.class)
        .getResultStream()
        .map(it -> new Published(view(it), it.publishedAt(), it.publishedBy()))
        .toList();
  }

  @Override
  public String newestText(OperatorSession by) {
    by.requireWholeCountry(OPERATOR);
    return em.createQuery("select t from Terms t order by t.edition desc", Terms.class)
        .setMaxResults(1)
        .getSingleResult()
        .text();
  }

  @Override
  public String preview(OperatorSession by, NewTerms terms) {
    by.requireWholeCountry(OPERATOR);
    requirePublishable(terms);
    return shown(terms.text());
  }

  @Override
  public String propose(OperatorSession by, NewTerms terms, String reason) {
    by.requireWholeCountry(OPERATOR);
    requirePublishable(terms);
    var draft = new TermsDraft(terms, clock.instant());
    em.persist(draft);
    approvals.propose(by, new Approvals.Matter(PUBLISH_TERMS, "", draft.id()), reason);
    return draft.id();
  }

  @Override
  public NewTerms draftOf(OperatorSession by, String id) {
    by.requireWholeCountry(OPERATOR);
    NewTerms terms = draft(id).terms();
    return new NewTerms(shown(terms.text()), terms.validFrom(), terms.consentBy());
  }

  private TermsDraft draft(String id) {
    TermsDraft draft = em.find(TermsDraft.class, id);
    if (draft == null) {
      throw new DomainException(TERMS_DRAFT_GONE, "");
    }
    return draft;
  }

  private void requirePublishable(NewTerms terms) {
    boolean empty = terms.text().isBlank() || terms.text().length() > LONGEST_TEXT;
    if (empty
        || terms.validFrom().isBefore(LocalDate.now(clock))
        || terms.consentBy().isBefore(terms.validFrom())) {
      throw new DomainException(BAD_TERMS, "");
    }
  }

  /**
   * What was right when it was proposed may be too late when it is approved: then it is refused.
   */
  void on(@Observes Approvals.Approved approval) {
    if (approval.matter().action().equals(PUBLISH_TERMS)) {
      NewTerms terms = draft(approval.matter().subject()).terms();
      requirePublishable(terms);
      int edition =
          1 + em.createQuery("select max(t.edition) from Terms t", Integer.class).getSingleResult();
      String actor = approval.approvedBy().value();
      em.persist(new Terms(edition, terms, clock.instant(), actor));
      trail.append(
          new AuditTrail.Entry(
              actor, "", "terms-published", String.valueOf(edition), approval.reason()));
      changed.fire(new TermsChanged(Optional.empty()));
    }
  }
}
