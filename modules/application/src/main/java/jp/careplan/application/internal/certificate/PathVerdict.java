package jp.careplan.application.internal.certificate;

import java.security.cert.CRLReason;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of a chain that was judged. */
public sealed interface PathVerdict {
  /**
   * The chain holds.
   *
   * @param path the leaf first, its anchor last
   */
  record Valid(List<X509Certificate> path) implements PathVerdict {
    public X509Certificate leaf() {
      return path.getFirst();
    }

    public X509Certificate anchor() {
      return path.getLast();
    }
  }

  /**
   * The chain does not hold.
   *
   * @param detail for the log; English, may hold subject names
   * @param certificate place in the presented chain, 0 is the leaf; {@link #NOT_PRESENTED} where it
   *     is an anchor or no single one
   * @param revocation present with {@link PathRefusal#REVOKED} alone
   */
  record Refused(
      PathRefusal reason, String detail, int certificate, Optional<Revocation> revocation)
      implements PathVerdict {
    public static final int NOT_PRESENTED = -1;
  }

  /** 失効: what the issuer says about it. */
  record Revocation(CRLReason reason, Instant at) {}
}
