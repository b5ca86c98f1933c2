package jp.careplan.support;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** The list of synonyms as it was saved once; written once, never changed. */
@Entity
@Table(name = "support_synonym_version")
class SynonymVersion {
  @Id private int number;
  @Lob private String content;

  @Column(name = "saved_at")
  private Instant savedAt;

  @Column(name = "saved_by")
  private String savedBy;

  protected SynonymVersion() {}

  SynonymVersion(SynonymDesk.Version version, List<String> groups) {
    this.number = version.number();
    this.savedAt = version.at();
    this.savedBy = version.by();
    this.content = String.join("\n", groups);
  }

  SynonymDesk.Listed listed() {
    return new SynonymDesk.Listed(
        new SynonymDesk.Version(number, savedAt, savedBy), content.lines().toList());
  }
}
