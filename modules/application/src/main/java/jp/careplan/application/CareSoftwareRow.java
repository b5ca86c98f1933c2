package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import jp.careplan.kernel.TimeOrderedId;
import org.jspecify.annotations.Nullable;

/** 介護ソフト as operators keep it. */
@Entity
@Table(name = "application_care_software")
class CareSoftwareRow {
  @Id private String id;
  private String name;
  private String maker;

  @Column(name = "product_version")
  private String productVersion;

  @Column(name = "csv_version")
  private String csvVersion;

  private String tested;
  private String passed;

  @Column(name = "tested_on")
  private @Nullable LocalDate testedOn;

  private String note;
  @Version private long version;

  protected CareSoftwareRow() {}

  CareSoftwareRow(CareSoftware entry) {
    this.id = TimeOrderedId.next();
    edit(entry);
  }

  final void edit(CareSoftware entry) {
    this.name = entry.name();
    this.maker = entry.maker();
    this.productVersion = entry.productVersion();
    this.csvVersion = entry.csvVersion();
    this.tested = entry.tested();
    this.passed = VendorTestPart.written(entry.passed());
    this.testedOn = entry.testedOn().orElse(null);
    this.note = entry.note();
  }

  String id() {
    return id;
  }

  CareSoftware entry() {
    return new CareSoftware(
        id,
        name,
        maker,
        productVersion,
        csvVersion,
        tested,
        VendorTestPart.parse(passed),
        Optional.ofNullable(testedOn),
        note);
  }
}
