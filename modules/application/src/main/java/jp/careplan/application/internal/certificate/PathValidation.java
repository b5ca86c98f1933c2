package jp.careplan.application.internal.certificate;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Judges certificate chains (X.509, RFC 5280) against trust anchors. The path itself is judged by
 * the JDK's PKIX validator; finding it, the form of the certificates, revocation (lists: full,
 * delta, indirect, by distribution point; OCSP responses) and the bounds are this package's.
 *
 * <p>Nothing is ever fetched: neither issuers nor revocation data. Work is bounded: at most {@value
 * #MOST_CERTIFICATES} certificates, a few thousand steps. Whatever bytes are given, the answer is a
 * verdict and never an exception. Safe for use by several threads.
 */
public final class PathValidation {
  /** A longer list is refused unread. */
  public static final int MOST_CERTIFICATES = 200;

  private final List<Presented> anchors = new ArrayList<>();
  private final PathRules rules;
  private Optional<PathVerdict.Refused> unreadableAnchor = Optional.empty();

  /**
   * Takes what shall hold for all chains.
   *
   * @param anchors certificates in DER; one that cannot be read trusts nobody
   */
  public PathValidation(Collection<byte[]> anchors, PathRules rules) {
    this.rules = rules;
    for (byte[] der : anchors) {
      try {
        this.anchors.add(Presented.read(der, PathVerdict.Refused.NOT_PRESENTED));
      } catch (Refusal e) {
        unreadableAnchor = Optional.of(e.refused());
      }
    }
  }

  /** As the constructor wants anchors and {@link #judge} wants chains. */
  public static List<byte[]> encoded(Collection<X509Certificate> certificates) {
    List<byte[]> encoded = new ArrayList<>();
    try {
      for (X509Certificate certificate : certificates) {
        encoded.add(certificate.getEncoded());
      }
    } catch (CertificateEncodingException e) {
      throw new IllegalArgumentException(e);
    }
    return encoded;
  }

  /**
   * Judges one chain.
   *
   * @param chain certificates in DER, the one to be judged first, the others in any order; what
   *     does not belong to the path is passed over
   * @param at the moment for which it is judged
   * @param known revocation data and further certificates at hand
   */
  public PathVerdict judge(List<byte[]> chain, Instant at, RevocationData known) {
    try {
      return find(chain, at, known);
    } catch (Refusal e) {
      return e.refused();
    }
  }

  private PathVerdict find(List<byte[]> chain, Instant at, RevocationData known) throws Refusal {
    if (chain.isEmpty()) {
      throw new Refusal(
          PathRefusal.NO_CERTIFICATE, "empty chain", PathVerdict.Refused.NOT_PRESENTED);
    }
    if (chain.size() > MOST_CERTIFICATES) {
      throw new Refusal(
          PathRefusal.TOO_COMPLEX,
          chain.size() + " certificates",
          PathVerdict.Refused.NOT_PRESENTED);
    }
    Presented leaf = Presented.read(chain.getFirst(), 0);
    var others = new ArrayList<Presented>();
    Optional<PathVerdict.Refused> unreadable = unreadableAnchor;
    for (int i = 1; i < chain.size(); i++) {
      try {
        others.add(Presented.read(chain.get(i), i));
      } catch (Refusal e) {
        unreadable = Optional.of(e.refused());
      }
    }
    others.addAll(known.certificates());
    PathVerdict verdict = PathSearch.start(anchors, others, rules, at, known).find(leaf);
    boolean brokenOff =
        verdict instanceof PathVerdict.Refused refused
            && refused.reason() == PathRefusal.UNKNOWN_ISSUER;
    return brokenOff && unreadable.isPresent() ? unreadable.get() : verdict;
  }
}
