package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import jp.careplan.kernel.KjUserId;
import org.jspecify.annotations.Nullable;

/** An office's KJ account. */
@Entity
@Table(name = "application_account")
class Account {
  private static final int TRIES = 3;
  private static final Duration LOCK = Duration.ofMinutes(30);

  @Id
  @Column(name = "user_id")
  private String userId;

  @Column(name = "password_hash")
  private String passwordHash;

  private boolean temporary;

  /** Failures at the public listener alone; the certificate's door is never locked. */
  @Column(name = "public_failures")
  private int publicFailures;

  @Column(name = "public_locked_until")
  private @Nullable Instant publicLockedUntil;

  @Version private long version;

  protected Account() {}

  Account(KjUserId userId, String passwordHash, boolean temporary) {
    this.userId = userId.value();
    this.passwordHash = passwordHash;
    this.temporary = temporary;
  }

  KjUserId user() {
    return new KjUserId(userId);
  }

  String passwordHash() {
    return passwordHash;
  }

  boolean isTemporary() {
    return temporary;
  }

  void changePassword(String newHash) {
    passwordHash = newHash;
    temporary = false;
    publicFailures = 0;
    publicLockedUntil = null;
  }

  boolean isPublicDoorLocked(Instant now) {
    return publicLockedUntil != null && now.isBefore(publicLockedUntil);
  }

  void failAtPublicDoor(Instant now) {
    publicFailures++;
    if (publicFailures >= TRIES) {
      publicLockedUntil = now.plus(LOCK);
      publicFailures = 0;
    }
  }

  void succeedAtPublicDoor() {
    publicFailures = 0;
  }
}
