package jp.careplan.application.internal.certificate;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import jp.careplan.application.internal.OfficeCertificate;

/**
 * What a path must fulfil. Start from {@link #rfc5280}, {@link #conforming} or {@link #office} and
 * change single rules with the {@code with…} methods.
 *
 * @param strictForm certificates must be what RFC 5280, 4 asks of their issuers; without it only
 *     what path validation (6.1) itself asks for. The anchor is judged as well: its form, validity
 *     and, where it is self-signed, its constraints
 * @param strongKeys RSA of 2048 bits or more, P-256, P-384 or P-521, signatures with SHA-2
 * @param leafMayBeAuthority whether the certificate judged may be an authority's
 * @param keyUse uses that the leaf must allow, if it has the extension
 * @param purposes extended key usages, as OIDs, that the leaf must have
 * @param purposesMustBeNamed whether a leaf without that extension, or with anyExtendedKeyUsage, is
 *     refused
 */
public record PathRules(
    boolean strictForm,
    boolean strongKeys,
    boolean leafMayBeAuthority,
    Policies policies,
    Set<KeyUse> keyUse,
    Set<String> purposes,
    boolean purposesMustBeNamed,
    Revocation revocation) {

  /**
   * Inputs (c), (e), (f) and (g) of RFC 5280, 6.1.1.
   *
   * @param accepted policy OIDs; empty means any
   */
  public record Policies(
      Set<String> accepted,
      boolean explicitRequired,
      boolean mappingInhibited,
      boolean anyPolicyInhibited) {
    public static final Policies ANY = new Policies(Set.of(), false, false, false);

    public Policies {
      accepted = Set.copyOf(accepted);
    }

    /** One of these must be valid for the whole path. */
    public static Policies oneOf(Set<String> accepted) {
      return new Policies(accepted, true, false, false);
    }
  }

  /** Whether the state of each certificate below the anchor must be known. */
  public enum RevocationNeed {
    /** Data is not looked at. */
    NONE,
    /** What is known to be revoked is refused; what is not known passes. */
    IF_KNOWN,
    /** What is not known is refused. */
    REQUIRED
  }

  /**
   * How revocation is judged.
   *
   * @param overtime how long after its nextUpdate data is still believed; nothing is fetched here,
   *     so this window is what a failed fetch may last
   * @param greatestAge data whose thisUpdate is older is stale, whatever its nextUpdate says
   */
  public record Revocation(RevocationNeed need, Duration overtime, Optional<Duration> greatestAge) {
    public static final Revocation IGNORED =
        new Revocation(RevocationNeed.NONE, Duration.ZERO, Optional.empty());
    public static final Revocation REQUIRED =
        new Revocation(RevocationNeed.REQUIRED, Duration.ZERO, Optional.empty());
    public static final Revocation IF_KNOWN =
        new Revocation(RevocationNeed.IF_KNOWN, Duration.ZERO, Optional.empty());
  }

  public PathRules {
    keyUse = Set.copyOf(keyUse);
    purposes = Set.copyOf(purposes);
  }

  /** Path validation as RFC 5280, 6 has it, revocation included, and nothing beyond. */
  public static PathRules rfc5280() {
    return new PathRules(
        false, false, true, Policies.ANY, Set.of(), Set.of(), false, Revocation.REQUIRED);
  }

  /** As {@link #rfc5280}, and each certificate must be what RFC 5280, 4 asks of its issuer. */
  public static PathRules conforming() {
    return new PathRules(
        true, false, true, Policies.ANY, Set.of(), Set.of(), false, Revocation.REQUIRED);
  }

  /** What an office (事業所) shows to sign in: strict, strong, of an accepted kind, not revoked. */
  public static PathRules office() {
    return new PathRules(
        true,
        true,
        false,
        Policies.oneOf(Set.of(OfficeCertificate.CARE_INSURANCE, OfficeCertificate.DELEGATED_CLAIM)),
        Set.of(KeyUse.DIGITAL_SIGNATURE),
        Set.of("1.3.6.1.5.5.7.3.2"),
        true,
        Revocation.REQUIRED);
  }

  public PathRules withPolicies(Policies other) {
    return new PathRules(
        strictForm,
        strongKeys,
        leafMayBeAuthority,
        other,
        keyUse,
        purposes,
        purposesMustBeNamed,
        revocation);
  }

  public PathRules withKeyUse(Set<KeyUse> other) {
    return new PathRules(
        strictForm,
        strongKeys,
        leafMayBeAuthority,
        policies,
        other,
        purposes,
        purposesMustBeNamed,
        revocation);
  }

  public PathRules withPurposes(Set<String> other) {
    return new PathRules(
        strictForm,
        strongKeys,
        leafMayBeAuthority,
        policies,
        keyUse,
        other,
        purposesMustBeNamed,
        revocation);
  }

  public PathRules withRevocation(Revocation other) {
    return new PathRules(
        strictForm,
        strongKeys,
        leafMayBeAuthority,
        policies,
        keyUse,
        purposes,
        purposesMustBeNamed,
        other);
  }

  public PathRules withStrongKeys(boolean asked) {
    return new PathRules(
        strictForm,
        asked,
        leafMayBeAuthority,
        policies,
        keyUse,
        purposes,
        purposesMustBeNamed,
        revocation);
  }

  /**
   * For the certificate that signs a revocation list: the same strictness, no policy, no purpose.
   */
  PathRules forListSigner() {
    return new PathRules(
        strictForm,
        strongKeys,
        true,
        Policies.ANY,
        Set.of(KeyUse.CRL_SIGN),
        Set.of(),
        false,
        revocation);
  }
}
