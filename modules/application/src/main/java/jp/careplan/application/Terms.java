package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;

/** One version of the 利用規約; never changed. */
@Entity
@Table(name = "application_terms")
class Terms {
  @Id private int edition;

  @Column(name = "valid_from")
  private LocalDate validFrom;

  @Column(name = "consent_by")
  private LocalDate consentBy;

  @Lob private String text;

  @Column(name = "published_at")
  private Instant publishedAt;

  @Column(name = "published_by")
  private String publishedBy;

  @Version private long version;

  protected Terms() {}

  Terms(int edition, TermsPublishing.NewTerms terms, Instant at, String actor) {
    this.edition = edition;
    this.validFrom = terms.validFrom();
    this.consentBy = terms.consentBy();
    this.text = terms.text();
    this.publishedAt = at;
    this.publishedBy = actor;
  }

  int edition() {
    return edition;
  }

  LocalDate validFrom() {
    return validFrom;
  }

  LocalDate consentBy() {
    return consentBy;
  }

  String text() {
    return text;
  }

  Instant publishedAt() {
    return publishedAt;
  }

  String publishedBy() {
    return publishedBy;
  }
}
