package jp.careplan.application.internal.certificate;

import java.security.cert.CRLReason;
import java.time.Instant;
import java.util.Optional;

/** Carries a refusal out of the checks. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient PathVerdict.Refused refused;

  Refusal(PathVerdict.Refused refused) {
    super(refused.reason() + ": " + refused.detail(), null, false, false);
    this.refused = refused;
  }

  Refusal(PathRefusal reason, String detail, int certificate) {
    this(new PathVerdict.Refused(reason, detail, certificate, Optional.empty()));
  }

  static Refusal revoked(CRLReason reason, Instant at, int certificate) {
    return new Refusal(
        new PathVerdict.Refused(
            PathRefusal.REVOKED,
            "revoked " + at + ", " + reason,
            certificate,
            Optional.of(new PathVerdict.Revocation(reason, at))));
  }

  PathVerdict.Refused refused() {
    return refused;
  }
}
