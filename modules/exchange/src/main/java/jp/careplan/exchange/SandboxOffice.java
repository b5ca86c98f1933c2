package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import jp.careplan.kernel.OfficeNumber;

/** 試験用の事業所: exchanges with the practice partner and its like alone, and pays nothing. */
@SuppressWarnings("UnusedVariable") // some fields are read by JPA alone
@Entity
@Table(name = "exchange_sandbox_office")
class SandboxOffice {
  @Id private String office;
  private String note;

  @Column(name = "made_at")
  private Instant madeAt;

  @Column(name = "made_by")
  private String madeBy;

  private int plans;
  @Version private long version;

  protected SandboxOffice() {}

  SandboxOffice(OfficeNumber office, String note, String madeBy, Instant madeAt) {
    this.office = office.value();
    this.note = note;
    this.madeBy = madeBy;
    this.madeAt = madeAt;
  }

  /** The next plan that the practice partner sends, counted from 1. */
  int nextPlan() {
    return plans + 1;
  }

  /** Another node may have sent it, too: it is the same plan. */
  void sent(int plan) {
    plans = Math.max(plans, plan);
  }

  OfficeNumber office() {
    return new OfficeNumber(office);
  }

  String note() {
    return note;
  }

  Instant madeAt() {
    return madeAt;
  }
}
