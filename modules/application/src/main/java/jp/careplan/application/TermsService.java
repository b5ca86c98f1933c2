package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.BAD_TERMS;
import static jp.careplan.application.ApplicationProblem.TERMS_NOT_AGREED;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;

@ApplicationScoped
@Transactional
class TermsService implements TermsOfUse, TermsPublishing {
  private static final int LONGEST_TEXT = 200_000;

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;
  @Inject private AuditTrail trail;
  @Inject private Event<TermsChanged> changed;

  @Inject
  @ConfigProperty(name = "careplan.operator.name")
  private Optional<String> operator;

  @Inject
  @ConfigProperty(name = "careplan.operator.phone")
  private Optional<String> phone;

  @Inject
  @ConfigProperty(name = "careplan.operator.hours")
  private Optional<String> hours;

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
    String text =
        terms
            .text()
            .replace("{operator}", operator.orElse("この仕組みの運営者"))
            .replace("{phone}", phone.orElse(""))
            .replace("{hours}", hours.orElse(""));
    return new Edition(terms.edition(), terms.validFrom(), terms.consentBy(), text);
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
  public int publish(NewTerms terms, String actor) {
    boolean empty = terms.text().isBlank() || terms.text().length() > LONGEST_TEXT;
    if (empty
        || terms.validFrom().isBefore(LocalDate.now(clock))
        || terms.consentBy().isBefore(terms.validFrom())) {
      throw new DomainException(BAD_TERMS, "");
    }
    int edition =
        1 + em.createQuery("select max(t.edition) from Terms t", Integer.class).getSingleResult();
    em.persist(new Terms(edition, terms, clock.instant(), actor));
    trail.append(new AuditTrail.Entry(actor, "", "terms-published", String.valueOf(edition)));
    changed.fire(new TermsChanged(Optional.empty()));
    return edition;
  }
}
