package jp.careplan.exchange;

import static jp.careplan.exchange.TakingAlong.State.GONE;
import static jp.careplan.exchange.TakingAlong.State.READY;
import static jp.careplan.exchange.TakingAlong.State.RUNNING;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.TimeOrderedId;
import org.jspecify.annotations.Nullable;

/** One office's order to take everything along, and how far it is. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "exchange_takeout")
class Takeout {
  /** What it goes through, one behind the other. */
  enum Phase {
    SENT,
    RECEIVED
  }

  @Id private String id;
  private String office;

  @Column(name = "ordered_by")
  private String orderedBy;

  @Column(name = "ordered_at")
  private Instant orderedAt;

  @Enumerated(EnumType.STRING)
  private TakingAlong.State status;

  @Enumerated(EnumType.STRING)
  private Phase phase;

  /** The office while it is being made: unique, so that two orders at once are one. */
  @Column(name = "running_office")
  private @Nullable String runningOffice;

  @Column(name = "position_at")
  private Instant positionAt;

  @Column(name = "position_id")
  private String positionId;

  @Column(name = "position_number")
  private long positionNumber;

  private long done;
  private long wanted;
  private int parts;

  @Column(name = "byte_count")
  private long byteCount;

  @Column(name = "leased_until")
  private Instant leasedUntil;

  @Column(name = "ready_at")
  private @Nullable Instant readyAt;

  @Column(name = "ends_on")
  private @Nullable LocalDate endsOn;

  @Version private long version;

  protected Takeout() {}

  Takeout(OfficeSession by, long wanted, Instant now) {
    this.id = TimeOrderedId.next();
    this.office = by.office().value();
    this.runningOffice = office;
    this.orderedBy = by.user().value();
    this.orderedAt = now;
    this.status = RUNNING;
    this.phase = Phase.SENT;
    this.positionAt = Instant.EPOCH;
    this.positionId = "";
    this.wanted = wanted;
    this.leasedUntil = now;
  }

  /** One node works on it until then; another begins anew after it. */
  boolean lease(Instant now, Instant until) {
    if (status != RUNNING || leasedUntil.isAfter(now)) {
      return false;
    }
    leasedUntil = until;
    return true;
  }

  /** What was put into the next part; its number. */
  int add(int transmissions, Transmission last, long bytes, Instant now) {
    if (phase == Phase.SENT) {
      positionAt = last.sentAt();
      positionId = last.id().value();
    } else {
      positionNumber = last.inboxNumber();
    }
    done += transmissions;
    byteCount += bytes;
    leasedUntil = now;
    return parts++;
  }

  /** There is nothing more to add; whether that was the end of it. */
  boolean goOn(Instant now, LocalDate end) {
    leasedUntil = now;
    if (phase == Phase.SENT) {
      phase = Phase.RECEIVED;
      return false;
    }
    status = READY;
    runningOffice = null;
    readyAt = now;
    endsOn = end;
    wanted = done;
    return true;
  }

  void end(LocalDate day) {
    endsOn = day;
  }

  void gone() {
    status = GONE;
  }

  String id() {
    return id;
  }

  OfficeNumber office() {
    return new OfficeNumber(office);
  }

  TakingAlong.State status() {
    return status;
  }

  Phase phase() {
    return phase;
  }

  Instant orderedAt() {
    return orderedAt;
  }

  String orderedBy() {
    return orderedBy;
  }

  Instant positionAt() {
    return positionAt;
  }

  String positionId() {
    return positionId;
  }

  long positionNumber() {
    return positionNumber;
  }

  int parts() {
    return parts;
  }

  TakingAlong.Order order() {
    return new TakingAlong.Order(
        id,
        status,
        orderedAt,
        orderedBy,
        done,
        Math.max(wanted, done),
        byteCount,
        Optional.ofNullable(readyAt),
        Optional.ofNullable(endsOn));
  }
}
