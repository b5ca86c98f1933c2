package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import jp.careplan.application.OfficeSession;
import org.jspecify.annotations.Nullable;

/** An administrator looked through a month of the office's trail. */
@Entity
@Table(name = "exchange_trail_review")
@IdClass(TrailReview.Key.class)
class TrailReview {
  static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("uuuuMM");

  @Id private String office;

  @Id
  @Column(name = "looked_at")
  private String month;

  @Column(name = "confirmed_by")
  private String confirmedBy;

  @Column(name = "confirmed_at")
  private Instant confirmedAt;

  private long entries;

  protected TrailReview() {}

  TrailReview(OfficeSession by, YearMonth month, Instant at, long entries) {
    this.office = by.office().value();
    this.month = DIGITS.format(month);
    this.confirmedBy = by.user().value();
    this.confirmedAt = at;
    this.entries = entries;
  }

  YearMonth month() {
    return YearMonth.parse(month, DIGITS);
  }

  OfficeTrail.Confirmation confirmation() {
    return new OfficeTrail.Confirmation(confirmedBy, confirmedAt, entries);
  }

  /** Composite key, as JPA wants it. */
  static class Key implements Serializable {
    private static final long serialVersionUID = 1L;
    String office = "";
    String month = "";

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key key && key.office.equals(office) && key.month.equals(month);
    }

    @Override
    public int hashCode() {
      return Objects.hash(office, month);
    }
  }
}
