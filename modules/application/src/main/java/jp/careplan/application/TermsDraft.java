package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import jp.careplan.kernel.TimeOrderedId;

/** New 利用規約 that one operator has proposed; never changed. */
@SuppressWarnings("UnusedVariable") // the moment is read in the database alone
@Entity
@Table(name = "application_terms_draft")
class TermsDraft {
  @Id private String id = TimeOrderedId.next();

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "consent_by")
  private LocalDate consentBy;

  @Lob private String text;

  @Column(name = "written_at")
  private Instant writtenAt;

  @Version private long version;

  protected TermsDraft() {}

  TermsDraft(TermsPublishing.NewTerms terms, Instant at) {
    this.validFrom = terms.validFrom();
    this.consentBy = terms.consentBy();
    this.text = terms.text();
    this.writtenAt = at;
  }

  String id() {
    return id;
  }

  TermsPublishing.NewTerms terms() {
    return new TermsPublishing.NewTerms(text, validFrom, consentBy);
  }
}
