package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;
import org.jspecify.annotations.Nullable;

/** The certificate a terminal is known by; a terminal in renewal has two. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "application_certificate")
class TerminalCertificate {
  /** SHA-256 of the DER, 64 hexadecimal digits. */
  @Id private String thumbprint;

  @Column(name = "terminal_id")
  private String terminalId;

  private String office;

  @Column(name = "not_after")
  private Instant notAfter;

  @Column(name = "revoked_at")
  private @Nullable Instant revokedAt;

  @Version private long version;

  protected TerminalCertificate() {}

  TerminalCertificate(String thumbprint, String terminalId, OfficeNumber office, Instant notAfter) {
    this.thumbprint = thumbprint;
    this.terminalId = terminalId;
    this.office = office.value();
    this.notAfter = notAfter;
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

  void revoke(Instant at) {
    revokedAt = at;
  }

  OfficeDesk.CertificateState state(String terminal) {
    return new OfficeDesk.CertificateState(
        thumbprint, terminal, notAfter, Optional.ofNullable(revokedAt));
  }

  boolean isRevoked() {
    return revokedAt != null;
  }
}
