package jp.careplan.application;

import static jp.careplan.application.AccountProblem.RESET_OVER;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import jp.careplan.kernel.DomainException;
import jp.careplan.kernel.TimeOrderedId;
import jp.careplan.kernel.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for a way back in. Written for every ID alike; whether there is such an account is
 * looked up later, where nobody sees how long it takes.
 */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "application_password_reset")
class PasswordResetRow {
  @Id private String id;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "asked_at")
  private Instant askedAt;

  @Column(name = "code_hash")
  private @Nullable String codeHash;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Version private long version;

  protected PasswordResetRow() {}

  PasswordResetRow(UserId user, Instant now, Duration life) {
    this.id = TimeOrderedId.next();
    this.userId = user.value();
    this.askedAt = now;
    this.expiresAt = now.plus(life);
  }

  boolean isMailed() {
    return codeHash != null;
  }

  /** The life of the code begins when it is mailed. */
  void mail(String hash, Instant now, Duration life) {
    codeHash = hash;
    expiresAt = now.plus(life);
  }

  UserId user(Instant now) {
    if (!now.isBefore(expiresAt)) {
      throw new DomainException(RESET_OVER, "");
    }
    return new UserId(userId);
  }

  UserId user() {
    return new UserId(userId);
  }
}
