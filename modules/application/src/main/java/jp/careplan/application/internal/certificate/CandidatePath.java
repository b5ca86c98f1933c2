package jp.careplan.application.internal.certificate;

import java.security.GeneralSecurityException;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Security;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertPathValidatorException.Reason;
import java.security.cert.CertificateFactory;
import java.security.cert.CertificateParsingException;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXReason;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/**
 * Certificates that name one another as issuers and bear fitting signatures, up to an anchor.
 *
 * @param certificates the leaf first, without the anchor
 */
record CandidatePath(List<Presented> certificates, Presented anchor) {
  private static final String ANY_PURPOSE = "2.5.29.37.0";
  private static final Provider THE_JDKS = Security.getProvider("SUN");
  private static final Provider BOUNCY_CASTLE = new BouncyCastleProvider();

  private static final Set<String> UNDERSTOOD =
      Stream.of(
              Extension.basicConstraints,
              Extension.keyUsage,
              Extension.extendedKeyUsage,
              Extension.nameConstraints,
              Extension.certificatePolicies,
              Extension.policyMappings,
              Extension.policyConstraints,
              Extension.inhibitAnyPolicy,
              Extension.subjectAlternativeName)
          .map(Object::toString)
          .collect(Collectors.toSet());

  private static final Map<String, PathRefusal> WORDS =
      Map.of(
          "expired", PathRefusal.EXPIRED,
          "not valid until", PathRefusal.NOT_YET_VALID,
          "policy", PathRefusal.POLICY,
          "critical extension", PathRefusal.UNKNOWN_CRITICAL_EXTENSION,
          "ca certificate", PathRefusal.NOT_AN_AUTHORITY,
          "basicconstraints", PathRefusal.NOT_AN_AUTHORITY,
          "path length", PathRefusal.PATH_LENGTH,
          "keyusage", PathRefusal.KEY_USAGE);

  private static final Map<Reason, PathRefusal> REASONS =
      Map.ofEntries(
          Map.entry(BasicReason.EXPIRED, PathRefusal.EXPIRED),
          Map.entry(BasicReason.NOT_YET_VALID, PathRefusal.NOT_YET_VALID),
          Map.entry(BasicReason.INVALID_SIGNATURE, PathRefusal.BAD_SIGNATURE),
          Map.entry(BasicReason.ALGORITHM_CONSTRAINED, PathRefusal.WEAK_ALGORITHM),
          Map.entry(PKIXReason.NAME_CHAINING, PathRefusal.UNKNOWN_ISSUER),
          Map.entry(PKIXReason.INVALID_KEY_USAGE, PathRefusal.KEY_USAGE),
          Map.entry(PKIXReason.INVALID_POLICY, PathRefusal.POLICY),
          Map.entry(PKIXReason.NO_TRUST_ANCHOR, PathRefusal.UNKNOWN_ISSUER),
          Map.entry(PKIXReason.UNRECOGNIZED_CRIT_EXT, PathRefusal.UNKNOWN_CRITICAL_EXTENSION),
          Map.entry(PKIXReason.NOT_CA_CERT, PathRefusal.NOT_AN_AUTHORITY),
          Map.entry(PKIXReason.PATH_TOO_LONG, PathRefusal.PATH_LENGTH),
          Map.entry(PKIXReason.INVALID_NAME, PathRefusal.NAME_CONSTRAINTS));

  Presented leaf() {
    return certificates.getFirst();
  }

  PathVerdict.Valid valid() {
    var path = new ArrayList<X509Certificate>();
    certificates.forEach(it -> path.add(it.certificate()));
    path.add(anchor.certificate());
    return new PathVerdict.Valid(List.copyOf(path));
  }

  /** The issuer of the certificate at a place. */
  Presented issuerOf(int place) {
    return place + 1 < certificates.size() ? certificates.get(place + 1) : anchor;
  }

  /** The key the certificate at a place was signed with. */
  PublicKey keyAbove(int place) {
    return place + 1 < certificates.size()
        ? Signatures.complete(certificates.get(place + 1).key(), keyAbove(place + 1))
        : anchor.key();
  }

  void check(PathRules rules, Instant at) throws Refusal {
    if (rules.strongKeys()) {
      for (Presented it : certificates) {
        KeyStrength.check(it);
      }
      KeyStrength.checkKey(anchor);
    }
    if (rules.strictForm()) {
      checkForm(at);
    }
    NameConstraintsCheck.check(this, rules.strictForm());
    validate(rules.policies(), at);
    checkLeaf(rules);
  }

  private void checkForm(Instant at) throws Refusal {
    for (int i = 0; i < certificates.size(); i++) {
      CertificateForm.check(certificates.get(i), i > 0);
      if (certificates.get(i).namesAnotherKeyThan(issuerOf(i))) {
        throw certificates
            .get(i)
            .refusal(PathRefusal.KEY_IDENTIFIER, "names another key than its issuer's");
      }
    }
    checkAnchor(at);
  }

  /** What the JDK does not look at in an anchor. */
  private void checkAnchor(Instant at) throws Refusal {
    CertificateForm.checkAnchor(anchor);
    if (at.isBefore(anchor.certificate().getNotBefore().toInstant())
        || at.isAfter(anchor.certificate().getNotAfter().toInstant())) {
      throw anchor.refusal(
          PathRefusal.ANCHOR_NOT_VALID, "until " + anchor.certificate().getNotAfter().toInstant());
    }
    int allowed = anchor.certificate().getBasicConstraints();
    long below = certificates.stream().skip(1).filter(it -> !it.isSelfIssued()).count();
    if (below > allowed) {
      throw anchor.refusal(
          PathRefusal.PATH_LENGTH, below + " authorities, " + allowed + " allowed");
    }
    Set<String> critical = anchor.certificate().getCriticalExtensionOIDs();
    if (critical != null && !UNDERSTOOD.containsAll(critical)) {
      throw anchor.refusal(PathRefusal.UNKNOWN_CRITICAL_EXTENSION, String.valueOf(critical));
    }
  }

  private void validate(PathRules.Policies policies, Instant at) throws Refusal {
    try {
      validate(THE_JDKS, policies, at);
    } catch (CertPathValidatorException e) {
      if (e.getReason() == PKIXReason.INVALID_NAME) {
        // Names were checked before; the JDK took a common name for a host name.
        validateAgain(policies, at);
        return;
      }
      throw refusal(e, REASONS.getOrDefault(e.getReason(), PathRefusal.MALFORMED));
    } catch (GeneralSecurityException | RuntimeException e) {
      // content that was read but cannot be worked with
      throw new Refusal(
          PathRefusal.MALFORMED, String.valueOf(e.getMessage()), PathVerdict.Refused.NOT_PRESENTED);
    }
  }

  /** By Bouncy Castle, whose exceptions bear no reasons but words. */
  private void validateAgain(PathRules.Policies policies, Instant at) throws Refusal {
    try {
      validate(BOUNCY_CASTLE, policies, at);
    } catch (CertPathValidatorException e) {
      String words = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
      throw refusal(
          e,
          WORDS.entrySet().stream()
              .filter(it -> words.contains(it.getKey()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(PathRefusal.MALFORMED));
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new Refusal(
          PathRefusal.MALFORMED, String.valueOf(e.getMessage()), PathVerdict.Refused.NOT_PRESENTED);
    }
  }

  private Refusal refusal(CertPathValidatorException e, PathRefusal reason) {
    int index =
        e.getIndex() < 0
            ? PathVerdict.Refused.NOT_PRESENTED
            : certificates.get(e.getIndex()).index();
    return new Refusal(reason, String.valueOf(e.getMessage()), index);
  }

  private void validate(Provider provider, PathRules.Policies policies, Instant at)
      throws GeneralSecurityException {
    var parameters = new PKIXParameters(Set.of(new TrustAnchor(anchor.certificate(), null)));
    parameters.setDate(Date.from(at));
    parameters.setRevocationEnabled(false);
    parameters.setPolicyQualifiersRejected(false);
    parameters.setInitialPolicies(policies.accepted());
    parameters.setExplicitPolicyRequired(policies.explicitRequired());
    parameters.setPolicyMappingInhibited(policies.mappingInhibited());
    parameters.setAnyPolicyInhibited(policies.anyPolicyInhibited());
    var path =
        CertificateFactory.getInstance("X.509")
            .generateCertPath(certificates.stream().map(Presented::certificate).toList());
    CertPathValidator.getInstance("PKIX", provider).validate(path, parameters);
  }

  private void checkLeaf(PathRules rules) throws Refusal {
    if (!rules.leafMayBeAuthority() && leaf().isAuthority()) {
      throw leaf().refusal(PathRefusal.LEAF_IS_AUTHORITY, "cA");
    }
    for (KeyUse use : rules.keyUse()) {
      if (!leaf().allows(use)) {
        throw leaf().refusal(PathRefusal.KEY_USAGE, "not for " + use);
      }
    }
    boolean[] usage = leaf().certificate().getKeyUsage();
    if (rules.strictForm() && usage == null && !rules.keyUse().isEmpty()) {
      throw leaf().refusal(PathRefusal.MISSING_EXTENSION, "no key usage");
    }
    for (int i = 0; i < certificates.size(); i++) {
      checkPurposes(certificates.get(i), rules, i == 0 && rules.purposesMustBeNamed());
    }
  }

  /** An authority that names purposes issues for those alone. */
  private static void checkPurposes(Presented it, PathRules rules, boolean mustBeNamed)
      throws Refusal {
    List<String> named;
    try {
      named = it.certificate().getExtendedKeyUsage();
    } catch (CertificateParsingException e) {
      throw it.refusal(PathRefusal.MALFORMED, "extended key usage");
    }
    boolean open = named == null || named.contains(ANY_PURPOSE);
    boolean fits = named != null && named.containsAll(rules.purposes());
    if (!rules.purposes().isEmpty() && !fits && (mustBeNamed || !open)) {
      throw it.refusal(PathRefusal.EXTENDED_KEY_USAGE, "for " + named);
    }
  }
}
