package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;
import org.jspecify.annotations.Nullable;

/** That the content of a transmission goes, or went, as one side is told of it. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "exchange_expiry")
@IdClass(Expiry.Key.class)
class Expiry {
  @Id private String office;

  @Id
  @Column(name = "transmission_id")
  private String transmissionId;

  private boolean own;

  @Column(name = "announced_on")
  private LocalDate announcedOn;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Column(name = "purged_at")
  private @Nullable Instant purgedAt;

  @Column(name = "never_received")
  private boolean neverReceived;

  private boolean told;

  protected Expiry() {}

  Expiry(OfficeNumber office, Transmission transmission, LocalDate today, LocalDate endsOn) {
    this.office = office.value();
    this.transmissionId = transmission.id().value();
    this.own = transmission.isSender(office);
    this.announcedOn = today;
    this.endsOn = endsOn;
  }

  /** The end of what was received is no news; the sender of what was not is told again. */
  void purged(boolean unreceived, Instant at) {
    purgedAt = at;
    neverReceived = unreceived;
    told = told && !(unreceived && own);
  }

  Optional<Instant> purgedAt() {
    return Optional.ofNullable(purgedAt);
  }

  String transmissionId() {
    return transmissionId;
  }

  boolean isOwn() {
    return own;
  }

  LocalDate endsOn() {
    return endsOn;
  }

  /** Composite key, as JPA wants it. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    String office = "";
    String transmissionId = "";

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key
          && key.office.equals(office)
          && key.transmissionId.equals(transmissionId);
    }

    @Override
    public int hashCode() {
      return Objects.hash(office, transmissionId);
    }
  }
}
