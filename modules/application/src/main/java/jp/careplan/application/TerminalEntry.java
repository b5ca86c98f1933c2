package jp.careplan.application;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * 端末 as its office sees it.
 *
 * @param lastSeenAt its last sign-in
 * @param certificates the one that ends last first
 */
public record TerminalEntry(
    String id,
    String name,
    Instant registeredAt,
    Optional<Instant> lastSeenAt,
    List<CertificateEntry> certificates) {

  /** When its last usable certificate ends; empty when it has none. */
  public Optional<Instant> usableUntil(Instant now) {
    return certificates.stream()
        .filter(it -> it.isUsable(now))
        .map(CertificateEntry::until)
        .max(Comparator.naturalOrder());
  }

  /** When it was stopped; empty where one certificate is not revoked. */
  public Optional<Instant> revokedAt() {
    return certificates.stream().allMatch(it -> it.revokedAt().isPresent())
        ? certificates.stream()
            .flatMap(it -> it.revokedAt().stream())
            .max(Comparator.naturalOrder())
        : Optional.empty();
  }
}
