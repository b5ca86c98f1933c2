package jp.careplan.licensing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import jp.careplan.kernel.TimeOrderedId;

/** A campaign (フリーパスキャンペーン): periods that begin in it are free. */
@Entity
@Table(name = "licensing_campaign")
class Campaign {
  @Id private String id;
  private String name;

  @Column(name = "first_day")
  private LocalDate firstDay;

  @Column(name = "last_day")
  private LocalDate lastDay;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "called_off")
  private boolean calledOff;

  @Version private long version;

  protected Campaign() {}

  Campaign(String name, LocalDate firstDay, LocalDate lastDay, Instant at, String actor) {
    this.id = TimeOrderedId.next();
    this.name = name;
    this.firstDay = firstDay;
    this.lastDay = lastDay;
    this.decidedAt = at;
    this.decidedBy = actor;
  }

  void callOff() {
    calledOff = true;
  }

  FeeSchedule.FreePass view() {
    return new FeeSchedule.FreePass(id, name, firstDay, lastDay, calledOff, decidedAt, decidedBy);
  }
}
