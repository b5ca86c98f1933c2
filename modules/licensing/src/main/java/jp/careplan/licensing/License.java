package jp.careplan.licensing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.TimeOrderedId;

/** One licence period of an office, with the fee that was in force when it was granted. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "licensing_license")
class License {
  enum Beginning {
    APPLICATION,
    RENEWAL,
    AUTO_RENEWAL
  }

  @Id private String id;
  private String office;

  @Column(name = "valid_from")
  private LocalDate from;

  @Column(name = "valid_until")
  private LocalDate until;

  private int yen;
  private String campaign;

  @Enumerated(EnumType.STRING)
  @Column(name = "begun_by")
  private Beginning begunBy;

  @Version private long version;

  protected License() {}

  License(OfficeNumber office, LicensePeriod period, Beginning begunBy, Price price) {
    this.id = TimeOrderedId.next();
    this.office = office.value();
    this.from = period.from();
    this.until = period.until();
    this.begunBy = begunBy;
    this.yen = price.yen();
    this.campaign = price.campaign();
  }

  String id() {
    return id;
  }

  OfficeNumber office() {
    return new OfficeNumber(office);
  }

  LicensePeriod period() {
    return new LicensePeriod(from, until);
  }

  boolean isFree() {
    return yen == 0;
  }

  Licensing.Period view() {
    return new Licensing.Period(period(), yen, campaign);
  }
}
