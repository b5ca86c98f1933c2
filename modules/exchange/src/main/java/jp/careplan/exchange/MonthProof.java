package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.careplan.kernel.OfficeNumber;

/** A proof as it was issued; never changed. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "exchange_month_proof")
class MonthProof {
  @Id private String code;
  private String office;

  @Column(name = "exchanged_in")
  private String month;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "issued_by")
  private String issuedBy;

  private String digest;
  @Lob private byte[] cms;

  protected MonthProof() {}

  /** Where it belongs. */
  record Place(String code, OfficeNumber office, String month) {}

  MonthProof(Place place, Instant issuedAt, String issuedBy, String digest, byte[] cms) {
    this.code = place.code();
    this.office = place.office().value();
    this.month = place.month();
    this.issuedAt = issuedAt;
    this.issuedBy = issuedBy;
    this.digest = digest;
    this.cms = cms;
  }

  String code() {
    return code;
  }

  boolean isOf(OfficeNumber number) {
    return office.equals(number.value());
  }

  boolean saysTheSame(String other) {
    return digest.equals(other);
  }

  Instant issuedAt() {
    return issuedAt;
  }

  byte[] cms() {
    return cms;
  }
}
