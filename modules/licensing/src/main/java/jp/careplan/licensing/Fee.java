package jp.careplan.licensing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import jp.careplan.kernel.TimeOrderedId;

/** One line of the fee schedule (料金表); never changed, a later decision stands above it. */
@Entity
@Table(name = "licensing_fee")
class Fee {
  @Id private String id;
  private LocalDate begins;
  private int yen;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "decided_by")
  private String decidedBy;

  @Version private long version;

  protected Fee() {}

  Fee(LocalDate begins, int yen, Instant at, String actor) {
    this.id = TimeOrderedId.next();
    this.begins = begins;
    this.yen = yen;
    this.decidedAt = at;
    this.decidedBy = actor;
  }

  FeeSchedule.Line line() {
    return new FeeSchedule.Line(begins, yen, decidedAt, decidedBy);
  }
}
