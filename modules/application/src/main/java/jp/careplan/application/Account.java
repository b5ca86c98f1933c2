package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import jp.careplan.application.internal.accounts.AccountRow;
import jp.careplan.kernel.UserId;
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

  /** Whether the present password came from the claim system. */
  @Column(name = "imported_password")
  private boolean importedPassword;

  /** The security mail as the claim system last had it. */
  @Column(name = "imported_mail")
  private String importedMail = "";

  @Column(name = "closed_at")
  private @Nullable Instant closedAt;

  /** Since when the office uses its staff's IDs instead. */
  @Column(name = "resting_at")
  private @Nullable Instant restingAt;

  @Version private long version;

  protected Account() {}

  Account(UserId userId, String passwordHash, boolean temporary) {
    this.userId = userId.value();
    this.passwordHash = passwordHash;
    this.temporary = temporary;
  }

  UserId user() {
    return new UserId(userId);
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
    importedPassword = false;
  }

  void giveTemporaryPassword(byte[] sealed) {
    passwordHash = "";
    sealedPassword = sealed.clone();
    temporary = true;
    importedPassword = false;
    wake();
  }

  /** A password from an operator takes it into use again. */
  final void wake() {
    restingAt = null;
  }

  void rest(Instant at) {
    restingAt = at;
  }

  boolean isAtRest() {
    return restingAt != null;
  }

  void changeSecurityMail(String mail) {
    securityMail = mail;
  }

  /** Whether the claim system says anything new of it. */
  boolean differs(AccountRow row, AccountPasswords passwords) {
    return importedAt == null
        || closedAt != null
        || !importedMail.equals(row.mail())
        || (takesPasswordOf(row) && !holdsPasswordOf(row, passwords));
  }

  /**
   * Takes over what the claim system says; one that was closed is opened again. A password that the
   * office chose, or that an operator gave it, stays, and so does a mail that the office changed.
   */
  void take(AccountRow row, AccountPasswords passwords, Instant at) {
    if (takesPasswordOf(row) && !holdsPasswordOf(row, passwords)) {
      if (row.isHashed()) {
        passwordHash = row.hash();
        sealedPassword = null;
      } else {
        giveTemporaryPassword(passwords.seal(user(), row.password()));
      }
      temporary = true;
      importedPassword = true;
    }
    if (securityMail.equals(importedMail)) {
      securityMail = row.mail();
    }
    importedMail = row.mail();
    importedAt = importedAt == null ? at : importedAt;
    closedAt = null;
  }

  private boolean takesPasswordOf(AccountRow row) {
    boolean hasNone = passwordHash.isEmpty() && sealedPassword == null;
    return !row.password().isEmpty() && (hasNone || (temporary && importedPassword));
  }

  private boolean holdsPasswordOf(AccountRow row, AccountPasswords passwords) {
    return row.isHashed()
        ? passwordHash.equals(row.hash())
        : passwords.isSealed(this, row.password());
  }
}
