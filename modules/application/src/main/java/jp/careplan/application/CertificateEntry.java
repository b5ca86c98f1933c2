package jp.careplan.application;

import java.time.Instant;
import java.util.Optional;

/**
 * 電子証明書 as its office sees it.
 *
 * @param thumbprint SHA-256 of the DER
 * @param replaced whether a newer one was issued for the same terminal
 */
public record CertificateEntry(
    String thumbprint, Instant until, Optional<Instant> revokedAt, boolean replaced) {
  public boolean isUsable(Instant now) {
    return revokedAt.isEmpty() && now.isBefore(until);
  }
}
