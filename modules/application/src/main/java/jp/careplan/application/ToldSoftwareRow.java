package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import jp.careplan.kernel.OfficeNumber;

/** 介護ソフト as its office tells it. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "application_told_software")
class ToldSoftwareRow {
  @Id private String office;
  private String name = "";
  private String edition = "";

  @Column(name = "told_at")
  private Instant toldAt;

  @Version private long version;

  protected ToldSoftwareRow() {}

  ToldSoftwareRow(OfficeNumber office, Instant now) {
    this.office = office.value();
    this.toldAt = now;
  }

  void tell(String newName, String newEdition, Instant now) {
    name = newName;
    edition = newEdition;
    toldAt = now;
  }

  OfficeNumber office() {
    return new OfficeNumber(office);
  }

  ToldSoftware.Told told() {
    return new ToldSoftware.Told(name, edition, toldAt);
  }
}
