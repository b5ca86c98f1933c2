package jp.careplan.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import jp.careplan.application.internal.OfficeCertificate;
import jp.careplan.application.internal.Passwords;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.ServiceKind;

@ApplicationScoped
@Transactional
class OfficeService implements OfficeDirectory, OfficeRegistration, Terminals {
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
  public String nameOf(String terminalId) {
    Terminal terminal = em.find(Terminal.class, terminalId);
    return terminal == null ? "" : terminal.name();
  }

  @Override
  public List<TerminalEntry> registeredBy(OfficeNumber office) {
    Map<String, Instant> ends =
        em.createQuery(
                "select c from TerminalCertificate c where c.office = :office",
                TerminalCertificate.class)
            .setParameter("office", office.value())
            .getResultStream()
            .filter(certificate -> !certificate.isRevoked())
            .collect(
                Collectors.toMap(
                    TerminalCertificate::terminalId,
                    TerminalCertificate::notAfter,
                    BinaryOperator.maxBy(Comparator.naturalOrder())));
    return em.createQuery(
            "select t from Terminal t where t.office = :office order by t.id", Terminal.class)
        .setParameter("office", office.value())
        .getResultStream()
        .map(terminal -> terminal.entry(Optional.ofNullable(ends.get(terminal.id()))))
        .toList();
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
      em.persist(new Account(user, passwords.hash(password), temporary));
    }
  }

  @Override
  public void enterApplication(OfficeProfile office, KjUserId applicant, LocalDate day) {
    applications.enter(office, applicant, day);
  }

  @Override
  public void registerTerminal(OfficeNumber office, String name, X509Certificate certificate) {
    String thumbprint = new OfficeCertificate(certificate).thumbprint();
    if (em.find(TerminalCertificate.class, thumbprint) != null) {
      return;
    }
    var terminal = new Terminal(office, name, clock.instant());
    em.persist(terminal);
    em.persist(
        new TerminalCertificate(
            thumbprint, terminal.id(), office, certificate.getNotAfter().toInstant()));
  }
}
