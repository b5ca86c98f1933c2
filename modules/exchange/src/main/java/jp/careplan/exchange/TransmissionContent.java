package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.LocalDate;
import jp.careplan.exchange.internal.encryption.SealedContent;

/**
 * The encrypted files of a transmission; in a table of its own, so that no list ever loads them.
 */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
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

  @Column(name = "look_on")
  private LocalDate lookOn;

  protected TransmissionContent() {}

  /**
   * @param lookOn the day on which it is seen to whether it is still to be kept
   */
  TransmissionContent(TransmissionId transmission, SealedContent content, LocalDate lookOn) {
    this.transmissionId = transmission.value();
    this.masterKey = content.masterKey();
    this.dataKey = content.dataKey();
    this.body = content.body();
    this.lookOn = lookOn;
  }

  SealedContent sealed() {
    return new SealedContent(masterKey, dataKey, body);
  }

  String transmissionId() {
    return transmissionId;
  }
}
