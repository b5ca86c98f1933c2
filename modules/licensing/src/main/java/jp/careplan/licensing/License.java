package jp.careplan.licensing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.TimeOrderedId;

/** One licence period of an office; both days are included. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "licensing_license")
class License {
  @Id private String id;
  private String office;

  @Column(name = "valid_from")
  private LocalDate from;

  @Column(name = "valid_until")
  private LocalDate until;

  @Version private long version;

  protected License() {}

  License(OfficeNumber office, LocalDate from, LocalDate until) {
    this.id = TimeOrderedId.next();
    this.office = office.value();
    this.from = from;
    this.until = until;
  }

  boolean validOn(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(until);
  }

  LocalDate from() {
    return from;
  }

  LocalDate until() {
    return until;
  }
}
