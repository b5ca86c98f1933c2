package jp.careplan.application;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static jp.careplan.application.ApplicationProblem.NO_SUCH_TERMINAL;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.UserId;

@ApplicationScoped
@Transactional
class TerminalService implements Terminals {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;
  @Inject private AuditTrail trail;
  @Inject private CertificateStore store;
  @Inject private RecoveryCodeStore codes;
  @Inject private AccountStore accounts;
  @Inject private AccountMails mails;

  @Override
  public String nameOf(String terminalId) {
    Terminal terminal = em.find(Terminal.class, terminalId);
    return terminal == null ? "" : terminal.name();
  }

  @Override
  public int most() {
    return store.most();
  }

  @Override
  public List<TerminalEntry> registeredBy(OfficeNumber office) {
    Map<String, List<CertificateEntry>> certificates =
        em.createQuery(
                "select c from TerminalCertificate c where c.office = :office order by c.notAfter"
                    + " desc",
                TerminalCertificate.class)
            .setParameter("office", office.value())
            .getResultStream()
            .collect(
                groupingBy(
                    TerminalCertificate::terminalId,
                    mapping(TerminalCertificate::entry, toList())));
    return em.createQuery(
            "select t from Terminal t where t.office = :office order by t.id", Terminal.class)
        .setParameter("office", office.value())
        .getResultStream()
        .map(terminal -> terminal.entry(certificates.getOrDefault(terminal.id(), List.of())))
        .toList();
  }

  @Override
  public void revoke(OfficeSession by, String terminalId, RevocationReason reason) {
    by.requireAdministrator();
    revoke(by.user(), require(terminalId, by.office()), reason);
  }

  /** By whoever has a recovery code; used up in the same transaction. */
  void stop(UserId user, String code, String terminalId, RevocationReason reason) {
    codes.use(user, code);
    Terminal terminal = require(terminalId, user.office());
    revoke(user, terminal, reason);
    mails.terminalStopped(accounts.find(user).orElseThrow(), terminal.name());
  }

  private Terminal require(String terminalId, OfficeNumber office) {
    Terminal terminal = em.find(Terminal.class, terminalId);
    if (terminal == null || !terminal.belongsTo(office)) {
      throw new DomainException(NO_SUCH_TERMINAL, "");
    }
    return terminal;
  }

  private void revoke(UserId by, Terminal terminal, RevocationReason reason) {
    for (TerminalCertificate certificate : store.certificatesOf(terminal.id())) {
      if (!certificate.isRevoked()) {
        certificate.revoke(reason, clock.instant());
        trail.append(
            new AuditTrail.Entry(
                by.value(), by.office().value(), "certificate-revoked", certificate.thumbprint()));
      }
    }
  }
}
