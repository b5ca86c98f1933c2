package jp.careplan.kernel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What is looked for by its subject; written by the chain alone. */
@SuppressWarnings("UnusedVariable") // the fields are read by JPA alone
@Entity
@Table(name = "kernel_sealed_entry")
class SealedEntry {
  @Id
  @Column(name = "entry_id")
  private String entryId;

  private String subject;

  protected SealedEntry() {}
}
