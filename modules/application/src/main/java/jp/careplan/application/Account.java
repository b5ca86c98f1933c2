package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jp.careplan.kernel.KjUserId;

/** An office's KJ account. */
@Entity
@Table(name = "application_account")
class Account {
  @Id
  @Column(name = "user_id")
  private String userId;

  @Column(name = "password_hash")
  private String passwordHash;

  private boolean temporary;

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
  }
}
