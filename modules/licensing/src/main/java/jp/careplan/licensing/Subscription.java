package jp.careplan.licensing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;
import org.jspecify.annotations.Nullable;

/** What holds for all licence periods of an office; locked while one of them is made. */
@Entity
@Table(name = "licensing_subscription")
class Subscription {
  /** Who applied from this day on is renewed without asking again. */
  private static final LocalDate AUTOMATIC_SINCE = LocalDate.of(2025, 6, 1);

  @Id private String office;

  @Column(name = "auto_renewal")
  private boolean autoRenewal;

  @Column(name = "suspended_since")
  private @Nullable LocalDate suspendedSince;

  @Version private long version;

  protected Subscription() {}

  Subscription(OfficeNumber office, LocalDate applicationDay) {
    this.office = office.value();
    this.autoRenewal = !applicationDay.isBefore(AUTOMATIC_SINCE);
  }

  OfficeNumber office() {
    return new OfficeNumber(office);
  }

  boolean isAutoRenewal() {
    return autoRenewal;
  }

  void setAutoRenewal(boolean wanted) {
    autoRenewal = wanted;
  }

  Optional<LocalDate> suspendedSince() {
    return Optional.ofNullable(suspendedSince);
  }

  void suspend(LocalDate day) {
    suspendedSince = suspendedSince == null ? day : suspendedSince;
  }

  void resume() {
    suspendedSince = null;
  }

  /** A new application after the end counts like a first one. */
  void applyAgain(LocalDate day) {
    autoRenewal = !day.isBefore(AUTOMATIC_SINCE);
  }
}
