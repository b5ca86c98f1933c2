package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import jp.careplan.kernel.OfficeNumber;

/** Up to which working day an office that ordered no notices was told what nobody received. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "exchange_unreceived_told")
class UnreceivedToldRow {
  @Id private String office;

  @Column(name = "told_on")
  private LocalDate toldOn;

  protected UnreceivedToldRow() {}

  UnreceivedToldRow(OfficeNumber office, LocalDate toldOn) {
    this.office = office.value();
    this.toldOn = toldOn;
  }

  void told(LocalDate day) {
    toldOn = day;
  }

  LocalDate toldOn() {
    return toldOn;
  }
}
