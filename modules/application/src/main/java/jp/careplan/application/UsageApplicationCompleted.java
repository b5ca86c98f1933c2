package jp.careplan.application;

import java.time.LocalDate;
import jp.careplan.kernel.OfficeNumber;

/**
 * An application was completed; fired in the transaction that completes it.
 *
 * @param actor who stands in the trail
 */
public record UsageApplicationCompleted(
    ApplicationId id, OfficeNumber office, LocalDate day, ApplicationKind kind, String actor) {}
