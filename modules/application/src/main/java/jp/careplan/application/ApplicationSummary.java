package jp.careplan.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import jp.careplan.kernel.OfficeNumber;

/**
 * 利用申請 as its office and operators see it.
 *
 * @param submittedAt when the office sent it last
 * @param decidedAt when it was completed, sent back, rejected or retracted
 * @param reason of an operator, for the office; empty text: none
 * @param agreedEdition edition of the terms of use; 0: none yet
 * @param reviewReasons why it is or was reviewed, in words
 */
public record ApplicationSummary(
    ApplicationId id,
    OfficeNumber office,
    ApplicationKind kind,
    ApplicationStatus status,
    ApplicationForm form,
    Optional<Instant> submittedAt,
    Optional<Instant> decidedAt,
    String reason,
    int agreedEdition,
    List<String> reviewReasons) {}
