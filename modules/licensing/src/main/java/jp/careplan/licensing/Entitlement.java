package jp.careplan.licensing;

import jp.careplan.kernel.OfficeNumber;

/** 利用資格: whether an office may send. Receiving and downloading never ask. */
public interface Entitlement {
  LicenseStatus statusOf(OfficeNumber office);

  /** Whether new terms of use (利用規約) were not agreed to in time. */
  boolean isConsentMissing(OfficeNumber office);

  /** Refuses with {@link LicensingProblem} when the office may not send today. */
  void requireRunning(OfficeNumber office);
}
