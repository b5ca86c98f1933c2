package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import jp.careplan.kernel.Sha256;

/** A challenge that nobody answered yet. */
@SuppressWarnings("UnusedVariable") // its fields are read by queries alone
@Entity
@Table(name = "application_passkey_challenge")
class PasskeyChallenge {
  private static final Duration LIFE = Duration.ofMinutes(5);

  @Id private String id;

  @Column(name = "session_id")
  private String sessionId;

  @Column(name = "expires_at")
  private Instant expiresAt;

  protected PasskeyChallenge() {}

  /**
   * @param sessionId session that registers; empty for a sign-in
   */
  PasskeyChallenge(String challenge, String sessionId, Instant now) {
    this.id = Sha256.hex(challenge);
    this.sessionId = sessionId;
    this.expiresAt = now.plus(LIFE);
  }
}
