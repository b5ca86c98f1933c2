package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import jp.careplan.kernel.TimeOrderedId;
import jp.careplan.kernel.UserId;

/** An office's 同意 to one version of the terms. */
@SuppressWarnings("UnusedVariable") // the office is read in the database alone
@Entity
@Table(name = "application_consent")
class TermsConsent {
  @Id private String id;
  private String office;
  private int edition;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "agreed_at")
  private Instant agreedAt;

  @Version private long version;

  protected TermsConsent() {}

  TermsConsent(UserId user, int edition, Instant at) {
    this.id = TimeOrderedId.next();
    this.office = user.office().value();
    this.edition = edition;
    this.userId = user.value();
    this.agreedAt = at;
  }

  TermsOfUse.Consent view() {
    return new TermsOfUse.Consent(edition, userId, agreedAt);
  }
}
