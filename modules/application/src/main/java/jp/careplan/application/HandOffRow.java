package jp.careplan.application;

import static jp.careplan.application.ApplicationProblem.HANDOFF_OVER;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import jp.careplan.kernel.DomainException;

/** A one-time way from the launcher into the browser. */
@Entity
@Table(name = "application_hand_off")
class HandOffRow {
  static final Duration LIFE = Duration.ofSeconds(60);

  @Id private String id;

  @Column(name = "session_id")
  private String sessionId;

  @Column(name = "expires_at")
  private Instant expiresAt;

  private boolean used;
  @Version private long version;

  protected HandOffRow() {}

  HandOffRow(String id, String sessionId, Instant now) {
    this.id = id;
    this.sessionId = sessionId;
    this.expiresAt = now.plus(LIFE);
  }

  /** The session it leads to, if it still may be used. */
  String sessionId(Instant now) {
    if (used || !now.isBefore(expiresAt)) {
      throw new DomainException(HANDOFF_OVER, "");
    }
    return sessionId;
  }

  void use() {
    used = true;
  }

  Instant expiresAt() {
    return expiresAt;
  }
}
