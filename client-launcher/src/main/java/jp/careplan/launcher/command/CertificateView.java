package jp.careplan.launcher.command;

import java.time.Instant;
import jp.careplan.launcher.profile.CertificateFacts;
import org.jspecify.annotations.Nullable;

/** The certificate as {@code --json} shows it. */
record CertificateView(
    @Nullable String kind, String issuer, String from, String until, long daysLeft) {
  static CertificateView of(CertificateFacts facts, Instant now) {
    return new CertificateView(
        facts.kind().orElse(null),
        facts.issuer(),
        facts.from().toString(),
        facts.until().toString(),
        facts.daysLeft(now));
  }
}
