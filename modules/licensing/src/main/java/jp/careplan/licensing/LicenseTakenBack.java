package jp.careplan.licensing;

import jp.careplan.kernel.OfficeNumber;

/** A period that had been granted ahead is taken back before its first day; nothing is charged. */
public record LicenseTakenBack(String licenseId, OfficeNumber office) {}
