package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.TimeOrderedId;
import org.jspecify.annotations.Nullable;

/** One press of the button; what it holds goes out one by one. Changed by one thread alone. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "exchange_dispatch")
class Dispatch {
  /** A node that has not been heard of for so long is not at it any more. */
  private static final Duration SILENCE = Duration.ofMinutes(1);

  @Id private String id;
  private String office;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "beat_at")
  private Instant beatAt;

  @Column(name = "ended_at")
  private @Nullable Instant endedAt;

  protected Dispatch() {}

  Dispatch(OfficeSession by, Instant now) {
    this.id = TimeOrderedId.next();
    this.office = by.office().value();
    this.userId = by.user().value();
    this.startedAt = now;
    this.beatAt = now;
  }

  String id() {
    return id;
  }

  Instant startedAt() {
    return startedAt;
  }

  boolean isRunning(Instant now) {
    return endedAt == null && beatAt.plus(SILENCE).isAfter(now);
  }
}
