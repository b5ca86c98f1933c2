package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jp.careplan.exchange.internal.encryption.SealedContent;

/**
 * The encrypted files of a transmission; in a table of its own, so that no list ever loads them.
 */
@Entity
@Table(name = "exchange_content")
class TransmissionContent {
  @Id
  @Column(name = "transmission_id")
  private String transmissionId;

  @Column(name = "master_key")
  private String masterKey;

  @Column(name = "data_key")
  private byte[] dataKey;

  @Lob private byte[] body;

  protected TransmissionContent() {}

  TransmissionContent(TransmissionId transmission, SealedContent content) {
    this.transmissionId = transmission.value();
    this.masterKey = content.masterKey();
    this.dataKey = content.dataKey();
    this.body = content.body();
  }

  SealedContent sealed() {
    return new SealedContent(masterKey, dataKey, body);
  }

  String transmissionId() {
    return transmissionId;
  }
}
