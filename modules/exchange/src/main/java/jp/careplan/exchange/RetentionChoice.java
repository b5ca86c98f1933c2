package jp.careplan.exchange;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jp.careplan.kernel.OfficeNumber;

/** For how many years an office wants content kept. */
@Entity
@Table(name = "exchange_retention_choice")
class RetentionChoice {
  @Id private String office;
  private int years;
  @Version private long version;

  protected RetentionChoice() {}

  RetentionChoice(OfficeNumber office, int years) {
    this.office = office.value();
    this.years = years;
  }

  void change(int newYears) {
    years = newYears;
  }

  String office() {
    return office;
  }

  int years() {
    return years;
  }
}
