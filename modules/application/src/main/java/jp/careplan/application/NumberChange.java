package jp.careplan.application;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import jp.careplan.kernel.OfficeNumber;

/** An office goes on under another number. */
@SuppressWarnings("UnusedVariable") // the moment is read in the database alone
@Entity
@Table(name = "application_number_change")
class NumberChange {
  @Id
  @Column(name = "old_number")
  private String oldNumber;

  @Column(name = "new_number")
  private String newNumber;

  @Column(name = "changed_at")
  private Instant changedAt;

  @Version private long version;

  protected NumberChange() {}

  NumberChange(OfficeNumber oldNumber, OfficeNumber newNumber, Instant at) {
    this.oldNumber = oldNumber.value();
    this.newNumber = newNumber.value();
    this.changedAt = at;
  }

  OfficeNumber newNumber() {
    return new OfficeNumber(newNumber);
  }
}
