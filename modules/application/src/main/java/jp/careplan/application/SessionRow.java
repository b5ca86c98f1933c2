package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import jp.careplan.application.OfficeSession.Door;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** A running session as every node sees it. */
@Entity
@Table(name = "application_session")
class SessionRow {
  static final Duration IDLE = Duration.ofMinutes(60);
  static final Duration LONGEST = Duration.ofHours(8);

  /** How much idle time may pass before it is written again: spares a write a request. */
  private static final Duration GRAIN = Duration.ofMinutes(1);

  @Id private String id;

  @Column(name = "user_id")
  private String userId;

  private String office;

  @Column(name = "terminal_id")
  private String terminalId;

  private String thumbprint;

  @Enumerated(EnumType.STRING)
  private Door door;

  @Column(name = "parent_id")
  private String parentId;

  @Column(name = "passkey_id")
  private String passkeyId = "";

  @Column(name = "idle_until")
  private Instant idleUntil;

  @Column(name = "ends_at")
  private Instant endsAt;

  @Column(name = "began_at")
  private @Nullable Instant beganAt;

  @Version private long version;

  protected SessionRow() {}

  SessionRow(String id, UserId user, String terminalId, String thumbprint, Door door, Instant now) {
    this.id = id;
    this.userId = user.value();
    this.office = user.office().value();
    this.terminalId = terminalId;
    this.thumbprint = thumbprint;
    this.door = door;
    this.parentId = "";
    this.beganAt = now;
    this.idleUntil = now.plus(IDLE);
    this.endsAt = now.plus(LONGEST);
  }

  /** One that a passkey opened, and that ends with it. */
  static SessionRow ofPasskey(String id, Passkey passkey, Instant now) {
    var row = new SessionRow(id, passkey.user(), "", "", Door.PASSKEY, now);
    row.passkeyId = passkey.id();
    return row;
  }

  /** The browser's session, which ends when this one ends. */
  SessionRow handedOff(String newId, Instant now) {
    var child = new SessionRow(newId, user(), terminalId, "", Door.HANDED_OFF, now);
    child.parentId = id;
    child.endsAt = endsAt;
    return child;
  }

  boolean runs(Instant now) {
    return now.isBefore(idleUntil) && now.isBefore(endsAt);
  }

  boolean isBoundTo(String certificateThumbprint) {
    return thumbprint.equals(certificateThumbprint);
  }

  /** Whether the idle time is due to be written again. */
  boolean wantsTouch(Instant now) {
    return Duration.between(now, idleUntil).compareTo(IDLE.minus(GRAIN)) < 0;
  }

  UserId user() {
    return new UserId(userId);
  }

  String parentId() {
    return parentId;
  }

  RunningSession asSeenFrom(OfficeSession current) {
    Instant began = beganAt == null ? endsAt.minus(LONGEST) : beganAt;
    return new RunningSession(
        id, door, terminalId, began, idleUntil.minus(IDLE), id.equals(current.id()));
  }

  String id() {
    return id;
  }

  boolean isOfPasskey() {
    return !passkeyId.isEmpty();
  }

  OfficeSession session(Rights rights) {
    return new OfficeSession(
        id,
        user(),
        new OfficeNumber(office),
        terminalId,
        thumbprint,
        door,
        idleUntil,
        endsAt,
        rights);
  }
}
