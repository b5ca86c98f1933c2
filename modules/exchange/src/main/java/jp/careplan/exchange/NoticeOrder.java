package jp.careplan.exchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import jp.careplan.application.OfficeSession;
import jp.careplan.exchange.ArrivalNotices.Order;
import jp.careplan.exchange.ArrivalNotices.Rhythm;
import jp.careplan.kernel.OfficeNumber;
import jp.careplan.kernel.TimeOrderedId;
import jp.careplan.kernel.UserId;
import org.jspecify.annotations.Nullable;

/** One user's order to be told. */
@Entity
@Table(name = "exchange_notice_order")
class NoticeOrder {
  /** A month's plans of an office come as dozens of units: one mail tells of them. */
  private static final Duration BREATH = Duration.ofMinutes(5);

  private static final LocalTime MORNING = LocalTime.of(8, 0);

  @Id private String id;
  private String office;

  @Column(name = "user_id")
  private String userId;

  private String mail;

  @Enumerated(EnumType.STRING)
  private Rhythm rhythm;

  @Column(name = "told_number")
  private long toldNumber;

  @Column(name = "next_at")
  private Instant nextAt;

  @Column(name = "reviewed_on")
  private @Nullable LocalDate reviewedOn;

  @Column(name = "stop_code")
  private String stopCode;

  @Version private long version;

  protected NoticeOrder() {}

  NoticeOrder(OfficeSession by, Order order, String stopCode, long arrived, ZonedDateTime now) {
    this.id = TimeOrderedId.next();
    this.office = by.office().value();
    this.userId = by.user().value();
    this.stopCode = stopCode;
    this.toldNumber = arrived;
    this.nextAt = now.toInstant();
    this.reviewedOn = now.toLocalDate();
    this.mail = order.mail();
    this.rhythm = order.rhythm();
  }

  void change(Order order, ZonedDateTime now) {
    mail = order.mail();
    rhythm = order.rhythm();
    nextAt = rhythm == Rhythm.AT_ONCE ? now.toInstant() : next(now);
  }

  /** Everything up to this number has been told, or is not worth telling any more. */
  void told(long arrived, boolean mailed, ZonedDateTime now) {
    toldNumber = arrived;
    if (mailed || rhythm != Rhythm.AT_ONCE) {
      nextAt = next(now);
    }
  }

  private Instant next(ZonedDateTime now) {
    ZonedDateTime next =
        switch (rhythm) {
          case AT_ONCE -> now.plus(BREATH);
          case HOURLY -> now.truncatedTo(ChronoUnit.HOURS).plusHours(1);
          case DAILY -> {
            ZonedDateTime today = now.with(MORNING);
            yield now.isBefore(today) ? today : today.plusDays(1);
          }
        };
    return next.toInstant();
  }

  void reviewed(LocalDate day) {
    reviewedOn = day;
  }

  /** The working day before which everything unreceived was told. */
  @Nullable LocalDate reviewedOn() {
    return reviewedOn;
  }

  boolean isDue(Instant now) {
    return !nextAt.isAfter(now);
  }

  boolean isReviewDue(LocalDate day) {
    return reviewedOn == null || reviewedOn.isBefore(day);
  }

  OfficeNumber office() {
    return new OfficeNumber(office);
  }

  UserId user() {
    return new UserId(userId);
  }

  long toldNumber() {
    return toldNumber;
  }

  Order order() {
    return new Order(mail, rhythm);
  }

  String stopCode() {
    return stopCode;
  }
}
