package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;

/** A running session of an operator as every node sees it. */
@Entity
@Table(name = "application_operator_session")
class OperatorSessionRow {
  static final Duration IDLE = Duration.ofMinutes(60);
  private static final Duration LONGEST = Duration.ofHours(8);

  /** How much idle time may pass before it is written again: spares a write a request. */
  private static final Duration GRAIN = Duration.ofMinutes(1);

  @Id private String id;
  private String operator;

  @Column(name = "begun_at")
  private Instant begunAt;

  @Column(name = "idle_until")
  private Instant idleUntil;

  @Column(name = "ends_at")
  private Instant endsAt;

  @Version private long version;

  protected OperatorSessionRow() {}

  OperatorSessionRow(String id, OperatorId operator, Instant now) {
    this.id = id;
    this.operator = operator.value();
    this.begunAt = now;
    this.idleUntil = now.plus(IDLE);
    this.endsAt = now.plus(LONGEST);
  }

  boolean runs(Instant now) {
    return now.isBefore(idleUntil) && now.isBefore(endsAt);
  }

  boolean wantsTouch(Instant now) {
    return Duration.between(now, idleUntil).compareTo(IDLE.minus(GRAIN)) < 0;
  }

  String operator() {
    return operator;
  }

  OperatorSession session(Operator of) {
    return new OperatorSession(
        id, of.id(), of.roles(), of.prefectures(), begunAt, idleUntil, endsAt);
  }
}
