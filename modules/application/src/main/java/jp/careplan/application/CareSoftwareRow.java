package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jp.careplan.kernel.TimeOrderedId;

/** 介護ソフト as operators keep it. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "application_care_software")
class CareSoftwareRow {
  @Id private String id;
  private String name;
  private String maker;

  @Column(name = "csv_version")
  private String csvVersion;

  private String tested;
  @Version private long version;

  protected CareSoftwareRow() {}

  CareSoftwareRow(CareSoftware entry) {
    this.id = TimeOrderedId.next();
    this.name = entry.name();
    this.maker = entry.maker();
    this.csvVersion = entry.csvVersion();
    this.tested = entry.tested();
  }

  CareSoftware entry() {
    return new CareSoftware(name, maker, csvVersion, tested);
  }
}
