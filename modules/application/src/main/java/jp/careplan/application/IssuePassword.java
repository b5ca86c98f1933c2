package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import jp.careplan.kernel.OfficeNumber;

/** 証明書発行用パスワード of an office. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "application_issue_password")
class IssuePassword {
  @Id private String office;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "set_at")
  private Instant setAt;

  @Version private long version;

  protected IssuePassword() {}

  IssuePassword(OfficeNumber office, String passwordHash, Instant at) {
    this.office = office.value();
    this.passwordHash = passwordHash;
    this.setAt = at;
  }

  String passwordHash() {
    return passwordHash;
  }

  void change(String newHash, Instant at) {
    passwordHash = newHash;
    setAt = at;
  }
}
