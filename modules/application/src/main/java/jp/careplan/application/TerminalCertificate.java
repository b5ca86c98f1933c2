package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Optional;
import jp.careplan.application.internal.OfficeCertificate;
import jp.careplan.application.internal.certificate.KeyIdentifier;
import jp.careplan.application.internal.certificate.OcspResponder.State;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.Sha256;
import org.jspecify.annotations.Nullable;

/** The certificate a terminal is known by; a terminal in renewal has two. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "application_certificate")
class TerminalCertificate {
  private static final int LONGEST_NAME = 300;

  /** SHA-256 of the DER, 64 hexadecimal digits. */
  @Id private String thumbprint;

  @Column(name = "terminal_id")
  private String terminalId;

  private String office;
  private String serial = "";
  private String subject = "";
  private String issuer = "";

  @Column(name = "issuer_key")
  private String issuerKey = "";

  @Column(name = "own_key")
  private String ownKey = "";

  private String kind = "";

  @Column(name = "not_before")
  private @Nullable Instant notBefore;

  @Column(name = "not_after")
  private Instant notAfter;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Column(name = "revoked_reason")
  private String revokedReason = "";

  @Column(name = "replaced_by")
  private String replacedBy = "";

  @Column(name = "warned_days")
  private int warnedDays;

  private byte @Nullable [] content;

  @Version private long version;

  protected TerminalCertificate() {}

  TerminalCertificate(OfficeCertificate held, String terminalId, OfficeNumber office) {
    X509Certificate certificate = held.certificate();
    this.thumbprint = held.thumbprint();
    this.terminalId = terminalId;
    this.office = office.value();
    this.serial = certificate.getSerialNumber().toString(16);
    this.subject = cut(certificate.getSubjectX500Principal().getName());
    this.issuer = cut(certificate.getIssuerX500Principal().getName());
    this.issuerKey = KeyIdentifier.ofIssuer(certificate);
    this.ownKey = keyOf(certificate);
    this.kind = held.kind();
    this.notBefore = certificate.getNotBefore().toInstant();
    this.notAfter = certificate.getNotAfter().toInstant();
  }

  /** One that was issued here, kept so that it can be handed out again. */
  static TerminalCertificate issued(
      OfficeCertificate held, byte[] der, String terminalId, OfficeNumber office) {
    var row = new TerminalCertificate(held, terminalId, office);
    row.content = der;
    return row;
  }

  static String keyOf(X509Certificate certificate) {
    return Sha256.hex(certificate.getPublicKey().getEncoded());
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
  }

  String thumbprint() {
    return thumbprint;
  }

  String terminalId() {
    return terminalId;
  }

  OfficeNumber office() {
    return new OfficeNumber(office);
  }

  Instant notAfter() {
    return notAfter;
  }

  OfficeDesk.CertificateState state(String terminal) {
    return new OfficeDesk.CertificateState(
        thumbprint, terminal, notAfter, Optional.ofNullable(revokedAt));
  }

  Optional<byte[]> content() {
    return Optional.ofNullable(content);
  }

  boolean isRevoked() {
    return revokedAt != null;
  }

  boolean isUsable(Instant now) {
    return !isRevoked() && now.isBefore(notAfter);
  }

  boolean isReplaced() {
    return !replacedBy.isEmpty();
  }

  /** Repeating it changes nothing: the first moment and reason stand. */
  void revoke(RevocationReason reason, Instant at) {
    if (revokedAt == null) {
      revokedAt = at;
      revokedReason = reason.name();
    }
  }

  void replaceBy(TerminalCertificate newer) {
    replacedBy = newer.thumbprint;
  }

  /** What an OCSP answer says of it. */
  State state() {
    return revokedAt == null
        ? new State.Good()
        : new State.Revoked(revokedAt, reason(revokedReason));
  }

  static CRLReason reason(String name) {
    return name.isEmpty() ? CRLReason.UNSPECIFIED : CRLReason.valueOf(name);
  }

  /** Whether a warning so many days before the end has not been sent yet. */
  boolean warn(int days) {
    if (warnedDays != 0 && warnedDays <= days) {
      return false;
    }
    warnedDays = days;
    return true;
  }

  CertificateEntry entry() {
    return new CertificateEntry(
        thumbprint, notAfter, Optional.ofNullable(revokedAt), !replacedBy.isEmpty());
  }
}
