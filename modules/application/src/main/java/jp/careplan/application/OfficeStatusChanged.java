package jp.careplan.application;

import jp.careplan.kernel.OfficeNumber;

/** An office was suspended, resumed or closed; fired in the same transaction. */
public record OfficeStatusChanged(OfficeNumber office, OfficeStatus status) {}
