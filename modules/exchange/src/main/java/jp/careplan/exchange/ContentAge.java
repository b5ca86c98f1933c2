package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How long a content is kept, and what wraps its key: the row of {@link TransmissionContent}
 * without its body.
 */
@Entity
@Table(name = "exchange_content")
class ContentAge {
  @Id
  @Column(name = "transmission_id")
  private String transmissionId;

  @Column(name = "master_key")
  private String masterKey;

  @Column(name = "data_key")
  private byte[] dataKey;

  @Column(name = "look_on")
  private LocalDate lookOn;

  @Column(name = "purge_on")
  private @Nullable LocalDate purgeOn;

  protected ContentAge() {}

  /** Is kept for now, and looked at again on a day. */
  void keep(LocalDate nextLook) {
    lookOn = nextLook;
    purgeOn = null;
  }

  void announce(LocalDate day) {
    purgeOn = day;
  }

  String transmissionId() {
    return transmissionId;
  }

  /** Alias of the key that wraps the data key. */
  String masterKey() {
    return masterKey;
  }

  byte[] dataKey() {
    return dataKey;
  }

  /** From that day on it goes; empty while nobody was told. */
  @Nullable LocalDate purgeOn() {
    return purgeOn;
  }
}
