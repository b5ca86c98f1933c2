package jp.careplan.licensing;

import jp.careplan.kernel.OfficeNumber;

/**
 * A chargeable period was granted; fired in the transaction that grants it. Where nothing is to pay
 * the fee is 0.
 *
 * @param licenseId ID of the period
 * @param yen fee, tax included
 */
public record LicenseBegan(String licenseId, OfficeNumber office, LicensePeriod period, int yen) {}
