package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.careplan.application.internal.OfficeCertificate;
import jp.careplan.application.internal.Passwords;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;

@ApplicationScoped
@Transactional
class OfficeService implements OfficeDirectory, OfficeRegistration {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;
  @Inject private Passwords passwords;
  @Inject private ApplicationService applications;

  @Override
  public Optional<OfficeEntry> find(OfficeNumber number) {
    return Optional.ofNullable(em.find(Office.class, number.value())).map(Office::entry);
  }

  @Override
  public Optional<OfficeProfile> profileOf(OfficeNumber number) {
    return Optional.ofNullable(em.find(Office.class, number.value())).map(Office::profile);
  }

  @Override
  public Map<OfficeNumber, OfficeEntry> findAll(Collection<OfficeNumber> numbers) {
    if (numbers.isEmpty()) {
      return Map.of();
    }
    return em.createQuery("select o from Office o where o.number in :numbers", Office.class)
        .setParameter("numbers", numbers.stream().map(OfficeNumber::value).distinct().toList())
        .getResultStream()
        .map(Office::entry)
        .collect(Collectors.toMap(OfficeEntry::number, Function.identity()));
  }

  @Override
  public void registerOffice(OfficeNumber number, String name, Set<ServiceKind> kinds) {
    if (em.find(Office.class, number.value()) == null) {
      em.persist(new Office(number, name, kinds));
    }
  }

  @Override
  public void openAccount(KjUserId user, String password, boolean temporary) {
    if (em.find(Account.class, user.value()) == null) {
      em.persist(new Account(user.user(), passwords.hash(password), temporary));
    }
  }

  @Override
  public void enterApplication(OfficeProfile office, KjUserId applicant, LocalDate day) {
    applications.enter(office, applicant, day);
  }

  @Override
  public void giveIssuePassword(OfficeNumber office, String password) {
    if (em.find(IssuePassword.class, office.value()) == null) {
      em.persist(new IssuePassword(office, passwords.hash(password), clock.instant()));
    }
  }

  @Override
  public void registerTerminal(OfficeNumber office, String name, X509Certificate certificate) {
    var held = new OfficeCertificate(certificate);
    if (em.find(TerminalCertificate.class, held.thumbprint()) != null) {
      return;
    }
    var terminal = new Terminal(office, name, clock.instant());
    em.persist(terminal);
    em.persist(new TerminalCertificate(held, terminal.id(), office));
  }
}
