package jp.careplan.application;

import java.time.Instant;
import java.util.Optional;

/**
 * 端末 as its office sees it.
 *
 * @param certificateUntil when its last usable certificate ends; empty when all are revoked
 */
public record TerminalEntry(
    String id, String name, Instant registeredAt, Optional<Instant> certificateUntil) {}
