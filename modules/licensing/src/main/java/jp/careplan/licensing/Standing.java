package jp.careplan.licensing;

/**
 * All that decides on sending, as it was read.
 *
 * @param consentMissing whether the office has let the day pass on which it should have agreed to
 *     new terms of use
 */
record Standing(LicenseStatus license, boolean consentMissing) {}
