package jp.careplan.licensing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession;
import jp.careplan.kernel.OfficeNumber;

/** Begins, renews and stops licences. Who acts stands in the audit trail. */
public interface Licensing {
  /**
   * What an office may know of its licence at a glance.
   *
   * @param renewableFrom first day on which it can be renewed by hand
   * @param next the year that would follow, at the fee that is decided for it today
   */
  record Overview(
      LicenseStatus status,
      boolean autoRenewal,
      Optional<LocalDate> renewableFrom,
      Optional<Period> next,
      List<Period> periods) {}

  /**
   * One period, charged or free.
   *
   * @param yen its fee, tax included
   * @param campaign name of the campaign that made it free; empty text when none did
   */
  record Period(LicensePeriod days, int yen, String campaign) {
    /** 21,000円（税込み）, 無料（フリーパスキャンペーン）. */
    public String fee() {
      return new Price(yen, campaign).words();
    }
  }

  /**
   * Begins the first licence, or a new one after the last has ended. Nothing happens while one
   * runs, so that a repeated call is harmless.
   *
   * @param day day of the application, first day of the year
   */
  void begin(OfficeNumber office, LocalDate day, String actor);

  /**
   * Renews by hand: the year that follows, from 90 days before the end; from today, when it has
   * ended.
   */
  void renew(OfficeNumber office, String actor);

  /**
   * Switches the automatic renewal. Switched off, a following year that has not begun is taken
   * back.
   */
  void setAutoRenewal(OfficeNumber office, boolean wanted, String actor);

  /** The same for whoever is signed in, if that is an administrator (管理者). */
  void setAutoRenewal(OfficeSession by, boolean wanted);

  /** Stops sending until {@link #resume}. */
  void suspend(OfficeNumber office, String actor);

  void resume(OfficeNumber office, String actor);

  Overview overviewOf(OfficeNumber office);

  /** The days of the period granted last, read from the database in the caller's transaction. */
  Optional<LicensePeriod> lastPeriodOf(OfficeNumber office);
}
