package jp.careplan.application;

import java.time.Instant;
import jp.careplan.application.OfficeSession.Door;

/**
 * A login of the same account.
 *
 * @param id hash of its token
 * @param terminalId empty for one without certificate
 * @param lastSeen to the minute
 * @param current whether it is the one that asks
 */
public record RunningSession(
    String id, Door door, String terminalId, Instant since, Instant lastSeen, boolean current) {}
