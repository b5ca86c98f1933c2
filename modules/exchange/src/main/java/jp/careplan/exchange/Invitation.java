package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.TimeOrderedId;

/** さそい: one that went out. */
@SuppressWarnings("UnusedVariable") // the fields are read in the database alone
@Entity
@Table(name = "exchange_invitation")
class Invitation {
  /** How it reached the partner. */
  enum Way {
    MAIL,
    PAPER
  }

  @Id private String id;
  private String office;
  private String partner;

  @Enumerated(EnumType.STRING)
  private Way way;

  @Column(name = "invited_by")
  private String invitedBy;

  @Column(name = "invited_at")
  private Instant invitedAt;

  protected Invitation() {}

  Invitation(OfficeSession by, OfficeNumber partner, Way way, Instant now) {
    this.id = TimeOrderedId.next();
    this.office = by.office().value();
    this.partner = partner.value();
    this.way = way;
    this.invitedBy = by.user().value();
    this.invitedAt = now;
  }
}
