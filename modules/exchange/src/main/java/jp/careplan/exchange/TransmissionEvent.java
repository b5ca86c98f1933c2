package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.OfficeNumber;
import org.jspecify.annotations.Nullable;

/** One step of a transmission, told to the other side under the next number of its mailbox. */
@Entity
@Table(name = "exchange_event")
@IdClass(TransmissionEvent.Key.class)
class TransmissionEvent {
  @Id private String office;

  @Id
  @Column(name = "event_number")
  private long number;

  @Column(name = "transmission_id")
  private String transmissionId;

  @Enumerated(EnumType.STRING)
  private TransmissionStatus reached;

  @Column(name = "occurred_at")
  private Instant occurredAt;

  @Column(name = "acted_by_office")
  private String actedByOffice;

  @Column(name = "acted_by")
  private String actedBy;

  private String message;

  protected TransmissionEvent() {}

  TransmissionEvent(
      OfficeNumber told,
      long number,
      TransmissionId transmission,
      TransmissionStatus reached,
      OfficeSession by,
      String message,
      Instant at) {
    this.office = told.value();
    this.number = number;
    this.transmissionId = transmission.value();
    this.reached = reached;
    this.occurredAt = at;
    this.actedByOffice = by.office().value();
    this.actedBy = by.user().value();
    this.message = message;
  }

  /** A step that nobody took; it stands under the sender's number, whose unit it is. */
  TransmissionEvent(
      OfficeNumber told, long number, Transmission transmission, String actor, Instant at) {
    this.office = told.value();
    this.number = number;
    this.transmissionId = transmission.id().value();
    this.reached = transmission.status();
    this.occurredAt = at;
    this.actedByOffice = transmission.sender().value();
    this.actedBy = actor;
    this.message = "";
  }

  Mailboxes.Event event() {
    return new Mailboxes.Event(number, reached, new TransmissionId(transmissionId), occurredAt);
  }

  TransmissionDetail.Step step() {
    return new TransmissionDetail.Step(
        reached, occurredAt, new OfficeNumber(actedByOffice), actedBy, message);
  }

  /** Composite key, as JPA wants it. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    String office = "";
    long number;

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.office.equals(office) && key.number == number;
    }

    @Override
    public int hashCode() {
      return Objects.hash(office, number);
    }
  }
}
