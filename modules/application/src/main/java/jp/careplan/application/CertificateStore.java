package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.KEY_IN_USE;
import static jp.careplan.application.ApplicationProblem.NO_SUCH_TERMINAL;
import static jp.careplan.application.ApplicationProblem.OFFICE_NOT_ACTIVE;
import static jp.careplan.application.ApplicationProblem.TOO_MANY_TERMINALS;
import static jp.careplan.application.ApplicationProblem.UNKNOWN_OFFICE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.security.PublicKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import jp.careplan.application.Enrolling.Enrolled;
import jp.careplan.application.internal.OfficeCertificate;
import jp.careplan.application.internal.certificate.CertificateAuthority;
import jp.careplan.application.internal.certificate.CertificateProfile;
import jp.careplan.application.internal.certificate.KeyIdentifier;
import jp.careplan.kernel.AuditTrail;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.KjUserId;
import jp.careplan.kernel.Mailing;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.OperatorSettings;
import jp.careplan.kernel.Sha256;

/** The transactions of issuing. */
@ApplicationScoped
@Transactional
class CertificateStore {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;
  @Inject private AuditTrail trail;
  @Inject private SignInBrake brake;
  @Inject private Mailing mailing;
  @Inject private IssuingAuthority authority;

  @Inject private OperatorSettings settings;

  int most() {
    return settings.number(ApplicationSettings.TERMINALS);
  }

  Optional<String> issuePassword(OfficeNumber office) {
    return Optional.ofNullable(em.find(IssuePassword.class, office.value()))
        .map(IssuePassword::passwordHash);
  }

  boolean hasAccount(KjUserId user) {
    return em.find(Account.class, user.value()) != null;
  }

  void setIssuePassword(KjUserId user, String hash, String actor, String reason) {
    IssuePassword known =
        em.find(IssuePassword.class, user.office().value(), LockModeType.PESSIMISTIC_WRITE);
    if (known == null) {
      em.persist(new IssuePassword(user.office(), hash, clock.instant()));
    } else {
      known.change(hash, clock.instant());
    }
    trail.append(
        new AuditTrail.Entry(
            actor, user.office().value(), "issue-password-set", user.value(), reason));
  }

  void refused(GuessTrack track, KjUserId user, boolean known) {
    brake.failed(track);
    if (known) {
      audit(user.value(), user.office(), "issue-refused", user.value());
    }
  }

  /** A certificate for a new terminal. */
  Enrolled enroll(KjUserId user, String name, PublicKey key) {
    Office office = lock(user.office());
    Optional<Enrolled> before = before(user.office(), key);
    if (before.isPresent()) {
      return before.get();
    }
    requireRoom(user.office());
    var terminal = new Terminal(user.office(), name, clock.instant());
    em.persist(terminal);
    return issue(user, office, terminal, key).enrolled();
  }

  /** A second certificate for a terminal that has one; older ones than that are over. */
  Enrolled renew(KjUserId user, String thumbprint, PublicKey key) {
    Office office = lock(user.office());
    Optional<Enrolled> before = before(user.office(), key);
    if (before.isPresent()) {
      return before.get();
    }
    TerminalCertificate old = em.find(TerminalCertificate.class, thumbprint);
    if (old == null || !old.office().equals(user.office()) || old.isRevoked()) {
      throw new DomainException(NO_SUCH_TERMINAL, "");
    }
    Instant now = clock.instant();
    if (!old.isUsable(now)) {
      requireRoom(user.office());
    }
    Terminal terminal = em.find(Terminal.class, old.terminalId());
    List<TerminalCertificate> others =
        certificatesOf(terminal.id()).stream()
            .filter(it -> !it.thumbprint().equals(thumbprint) && it.isUsable(now))
            .toList();
    Issued issued = issue(user, office, terminal, key);
    others.forEach(it -> it.revoke(RevocationReason.SUPERSEDED, now));
    old.replaceBy(issued.row());
    return issued.enrolled();
  }

  private record Issued(TerminalCertificate row, Enrolled enrolled) {}

  private Issued issue(KjUserId user, Office office, Terminal terminal, PublicKey key) {
    CertificateAuthority issuer = authority.require();
    var subject =
        new X500Principal("SERIALNUMBER=" + terminal.id() + ", CN=" + user.office() + ", C=JP");
    X509Certificate certificate =
        issuer.issue(CertificateProfile.DELEGATED_CLAIM, subject, key, clock.instant());
    var row =
        TerminalCertificate.issued(
            new OfficeCertificate(certificate), der(certificate), terminal.id(), user.office());
    em.persist(row);
    audit(user.value(), user.office(), "certificate-issued", row.thumbprint());
    tell(office, terminal);
    return new Issued(
        row, new Enrolled(terminal.id(), terminal.name(), List.of(issuer.chainOf(certificate))));
  }

  private void tell(Office office, Terminal terminal) {
    String to = office.profile().mail();
    if (!to.isEmpty()) {
      mailing.queue(
          new Mailing.Mail(
              to,
              "電子証明書を発行しました",
              "端末「"
                  + terminal.name()
                  + "」の電子証明書を発行しました。\n"
                  + "心当たりがないときは、すぐに「端末と証明書」の画面でこの端末を止め、窓口へご連絡ください。\n"));
    }
  }

  /** What this key was answered with before: an answer may have been lost on its way. */
  private Optional<Enrolled> before(OfficeNumber office, PublicKey key) {
    Optional<TerminalCertificate> known =
        em.createQuery(
                "select c from TerminalCertificate c where c.ownKey = :key",
                TerminalCertificate.class)
            .setParameter("key", Sha256.hex(key.getEncoded()))
            .getResultStream()
            .findFirst();
    if (known.isEmpty()) {
      return Optional.empty();
    }
    TerminalCertificate row = known.get();
    X509Certificate certificate =
        row.content()
            .filter(der -> row.office().equals(office) && row.isUsable(clock.instant()))
            .map(CertificateStore::read)
            .orElseThrow(() -> new DomainException(KEY_IN_USE, ""));
    CertificateAuthority issuer =
        authority
            .of(KeyIdentifier.ofIssuer(certificate))
            .orElseThrow(() -> new DomainException(KEY_IN_USE, ""));
    Terminal terminal = em.find(Terminal.class, row.terminalId());
    return Optional.of(
        new Enrolled(terminal.id(), terminal.name(), List.of(issuer.chainOf(certificate))));
  }

  private void requireRoom(OfficeNumber office) {
    long used =
        em.createQuery(
                "select count(distinct c.terminalId) from TerminalCertificate c where"
                    + " c.office = :office and c.revokedAt is null and c.notAfter > :now",
                Long.class)
            .setParameter("office", office.value())
            .setParameter("now", clock.instant())
            .getSingleResult();
    int most = most();
    if (used >= most) {
      throw new DomainException(TOO_MANY_TERMINALS, "1つの事業所で使える端末は" + most + "台までです。");
    }
  }

  List<TerminalCertificate> certificatesOf(String terminalId) {
    return em.createQuery(
            "select c from TerminalCertificate c where c.office = (select t.office from Terminal t"
                + " where t.id = :terminal) and c.terminalId = :terminal order by c.notAfter desc",
            TerminalCertificate.class)
        .setParameter("terminal", terminalId)
        .getResultList();
  }

  /** Terminals of one office are counted and issued to one after the other. */
  private Office lock(OfficeNumber number) {
    Office office = em.find(Office.class, number.value(), LockModeType.PESSIMISTIC_WRITE);
    if (office == null) {
      throw new DomainException(UNKNOWN_OFFICE, "");
    }
    if (office.isClosed()) {
      throw new DomainException(OFFICE_NOT_ACTIVE, "廃止になった事業所には、電子証明書を発行できません。");
    }
    return office;
  }

  private static X509Certificate read(byte[] der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new IllegalStateException("a stored certificate cannot be read", e);
    }
  }

  private static byte[] der(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private void audit(String actor, OfficeNumber office, String action, String subject) {
    trail.append(new AuditTrail.Entry(actor, office.value(), action, subject));
  }
}
