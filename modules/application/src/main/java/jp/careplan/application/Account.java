package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import jp.careplan.kernel.KjUserId;
import org.jspecify.annotations.Nullable;

/** An office's KJ account. */
@Entity
@Table(name = "application_account")
class Account {
  @Id
  @Column(name = "user_id")
  private String userId;

  @Column(name = "password_hash")
  private String passwordHash;

  /** A temporary password that the exchange itself must be able to read; see AccountPasswords. */
  @Column(name = "sealed_password")
  private byte @Nullable [] sealedPassword;

  private boolean temporary;

  @Column(name = "security_mail")
  private String securityMail = "";

  @Column(name = "imported_at")
  private @Nullable Instant importedAt;

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

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

  /** Argon2id; empty text while the password lies sealed. */
  String passwordHash() {
    return passwordHash;
  }

  Optional<byte[]> sealedPassword() {
    return Optional.ofNullable(sealedPassword).map(byte[]::clone);
  }

  boolean isTemporary() {
    return temporary;
  }

  boolean isClosed() {
    return closedAt != null;
  }

  boolean isImported() {
    return importedAt != null;
  }

  /** セキュリティメール: where a way back in is sent to; empty text: none. */
  String securityMail() {
    return securityMail;
  }

  boolean hasPasswordOf(Account other) {
    return passwordHash.equals(other.passwordHash)
        && Arrays.equals(sealedPassword, other.sealedPassword);
  }

  void changePassword(String newHash) {
    passwordHash = newHash;
    sealedPassword = null;
    temporary = false;
  }

  void giveTemporaryPassword(byte[] sealed) {
    passwordHash = "";
    sealedPassword = sealed.clone();
    temporary = true;
  }

  void giveTemporaryHash(String hash) {
    passwordHash = hash;
    sealedPassword = null;
    temporary = true;
  }

  void changeSecurityMail(String mail) {
    securityMail = mail;
  }

  /** The claim system knows it; one that was closed is opened again. */
  void imported(Instant at) {
    if (importedAt == null) {
      importedAt = at;
    }
    closedAt = null;
  }

  void close(Instant at) {
    closedAt = at;
  }
}
