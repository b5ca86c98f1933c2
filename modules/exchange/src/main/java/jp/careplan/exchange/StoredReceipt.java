package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The receipt as handed out, and the sender's own signature where it gave one. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "exchange_receipt")
class StoredReceipt {
  @Id
  @Column(name = "transmission_id")
  private String transmissionId;

  @Lob private byte[] cms;

  @Lob
  @Column(name = "office_signature")
  private byte @Nullable [] officeSignature;

  protected StoredReceipt() {}

  StoredReceipt(TransmissionId transmission, byte[] cms, Optional<byte[]> officeSignature) {
    this.transmissionId = transmission.value();
    this.cms = cms;
    this.officeSignature = officeSignature.orElse(null);
  }

  byte[] cms() {
    return cms;
  }
}
