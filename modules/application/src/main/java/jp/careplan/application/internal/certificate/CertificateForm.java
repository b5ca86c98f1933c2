package jp.careplan.application.internal.certificate;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1GeneralizedTime;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.ASN1UTCTime;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.Time;
import org.jspecify.annotations.Nullable;

/**
 * What RFC 5280, 4 asks of those who issue certificates. Path validation alone does not look at it,
 * so a certificate that fails here may still pass elsewhere.
 */
final class CertificateForm {
  private static final int MOST_SERIAL_OCTETS = 20;
  private static final int FIRST_GENERALIZED_YEAR = 2050;

  private static final Set<ASN1ObjectIdentifier> NEVER_CRITICAL =
      Set.of(
          Extension.authorityKeyIdentifier,
          Extension.subjectKeyIdentifier,
          Extension.authorityInfoAccess,
          Extension.subjectInfoAccess,
          Extension.freshestCRL,
          Extension.subjectDirectoryAttributes);

  private static final Set<ASN1ObjectIdentifier> ALWAYS_CRITICAL =
      Set.of(Extension.nameConstraints, Extension.policyConstraints, Extension.inhibitAnyPolicy);

  private static final Set<ASN1ObjectIdentifier> FOR_AUTHORITIES =
      Set.of(
          Extension.nameConstraints,
          Extension.policyConstraints,
          Extension.policyMappings,
          Extension.inhibitAnyPolicy);

  private final Presented presented;
  private final boolean anchor;

  private CertificateForm(Presented presented, boolean anchor) {
    this.presented = presented;
    this.anchor = anchor;
  }

  /** Below the anchor; {@code authority} where it issued another one of the path. */
  static void check(Presented presented, boolean authority) throws Refusal {
    new CertificateForm(presented, false).check(authority);
  }

  static void checkAnchor(Presented presented) throws Refusal {
    new CertificateForm(presented, true).check(true);
  }

  private void check(boolean issues) throws Refusal {
    boolean authority = issues || presented.isAuthority();
    checkVersionAndSerial();
    checkTimes();
    checkNames(authority);
    checkCriticality(authority);
    if (authority) {
      checkAuthority();
    } else {
      checkLeaf();
    }
    checkKeyUse();
    checkKeyIdentifiers(authority);
    checkPolicies();
    checkConstraints();
  }

  private void checkVersionAndSerial() throws Refusal {
    var signed = presented.structure().getTBSCertificate();
    refuseIf(signed.getVersionNumber() != 3, PathRefusal.VERSION, "not version 3");
    refuseIf(
        signed.getIssuerUniqueId() != null || signed.getSubjectUniqueId() != null,
        PathRefusal.VERSION,
        "unique identifiers");
    BigInteger serial = signed.getSerialNumber().getValue();
    refuseIf(
        serial.signum() <= 0 || serial.toByteArray().length > MOST_SERIAL_OCTETS,
        PathRefusal.SERIAL_NUMBER,
        serial.signum() <= 0 ? "not positive" : "longer than 20 octets");
  }

  private void checkTimes() throws Refusal {
    var signed = presented.structure().getTBSCertificate();
    checkTime(signed.getStartDate());
    checkTime(signed.getEndDate());
    refuseIf(
        presented
            .certificate()
            .getNotAfter()
            .toInstant()
            .isBefore(presented.certificate().getNotBefore().toInstant()),
        PathRefusal.VALIDITY_ENCODING,
        "ends before it begins");
  }

  private void checkTime(Time time) throws Refusal {
    boolean well =
        switch (time.toASN1Primitive()) {
          case ASN1UTCTime utc -> isDigitsAndZ(text(utc), 12);
          case ASN1GeneralizedTime general -> {
            String text = text(general);
            yield isDigitsAndZ(text, 14)
                && Integer.parseInt(text.substring(0, 4)) >= FIRST_GENERALIZED_YEAR;
          }
          default -> false;
        };
    refuseIf(!well, PathRefusal.VALIDITY_ENCODING, time.toString());
  }

  private static String text(ASN1Encodable time) {
    try {
      byte[] der = time.toASN1Primitive().getEncoded();
      return new String(der, 2, der.length - 2, StandardCharsets.US_ASCII);
    } catch (java.io.IOException e) {
      return "";
    }
  }

  private static boolean isDigitsAndZ(String text, int digits) {
    return text.length() == digits + 1
        && text.endsWith("Z")
        && text.chars().limit(digits).allMatch(it -> it >= '0' && it <= '9');
  }

  private void checkNames(boolean authority) throws Refusal {
    var signed = presented.structure().getTBSCertificate();
    refuseIf(isEmpty(signed.getIssuer()), PathRefusal.EMPTY_NAME, "no issuer");
    refuseIf(
        authority && isEmpty(signed.getSubject()),
        PathRefusal.EMPTY_NAME,
        "an authority without subject");
    Optional<ASN1Encodable> names = presented.content(Extension.subjectAlternativeName);
    if (names.isPresent()) {
      for (GeneralName name : GeneralNames.getInstance(names.get()).getNames()) {
        checkAlternativeName(name);
      }
    }
  }

  private void checkAlternativeName(GeneralName name) throws Refusal {
    switch (name.getTagNo()) {
      case GeneralName.dNSName, GeneralName.rfc822Name, GeneralName.uniformResourceIdentifier -> {
        String text = ((ASN1String) name.getName()).getString();
        boolean well =
            !text.isBlank()
                && text.chars().allMatch(character -> character > 0x20 && character < 0x7f);
        refuseIf(!well, PathRefusal.MALFORMED, "alternative name that is empty or not ASCII");
        refuseIf(
            name.getTagNo() == GeneralName.rfc822Name && text.indexOf('@') < 1,
            PathRefusal.MALFORMED,
            "alternative name that is no mail address");
      }
      case GeneralName.iPAddress -> {
        int length = ASN1OctetString.getInstance(name.getName()).getOctets().length;
        refuseIf(
            length != 4 && length != 16, PathRefusal.MALFORMED, "address of " + length + " octets");
      }
      default -> {
        // other kinds have no shape of their own to look at
      }
    }
  }

  private static boolean isEmpty(X500Name name) {
    return name.getRDNs().length == 0;
  }

  private void checkCriticality(boolean authority) throws Refusal {
    var extensions = presented.structure().getTBSCertificate().getExtensions();
    if (extensions == null) {
      return;
    }
    for (ASN1ObjectIdentifier oid : extensions.getExtensionOIDs()) {
      boolean critical = extensions.getExtension(oid).isCritical();
      boolean wrong = critical ? NEVER_CRITICAL.contains(oid) : ALWAYS_CRITICAL.contains(oid);
      refuseIf(
          wrong,
          PathRefusal.EXTENSION_CRITICALITY,
          oid + (critical ? " is critical" : " is not critical"));
      refuseIf(
          !authority && FOR_AUTHORITIES.contains(oid),
          PathRefusal.EXTENSION_NOT_ALLOWED,
          oid + " in a certificate that is no authority's");
    }
  }

  private void checkAuthority() throws Refusal {
    Optional<Extension> constraints = presented.extension(Extension.basicConstraints);
    refuseIf(
        constraints.isEmpty() || !presented.isAuthority(),
        PathRefusal.NOT_AN_AUTHORITY,
        "an issuer without cA in its basic constraints");
    refuseIf(
        !constraints.map(Extension::isCritical).orElse(false),
        PathRefusal.EXTENSION_CRITICALITY,
        "basic constraints of an authority are not critical");
    boolean[] usage = presented.certificate().getKeyUsage();
    refuseIf(usage == null, PathRefusal.MISSING_EXTENSION, "an authority without key usage");
    refuseIf(
        usage != null && !KeyUse.KEY_CERT_SIGN.in(usage),
        PathRefusal.KEY_USAGE,
        "an authority that must not sign certificates");
    BigInteger length = pathLength();
    refuseIf(length != null && length.signum() < 0, PathRefusal.MALFORMED, "negative path length");
  }

  private void checkLeaf() throws Refusal {
    refuseIf(
        pathLength() != null,
        PathRefusal.EXTENSION_NOT_ALLOWED,
        "a path length in a certificate that is no authority's");
    boolean[] usage = presented.certificate().getKeyUsage();
    refuseIf(
        usage != null && KeyUse.KEY_CERT_SIGN.in(usage),
        PathRefusal.KEY_USAGE,
        "may sign certificates and is no authority");
  }

  private @Nullable BigInteger pathLength() {
    return presented
        .content(Extension.basicConstraints)
        .map(BasicConstraints::getInstance)
        .map(BasicConstraints::getPathLenConstraint)
        .orElse(null);
  }

  private void checkKeyUse() throws Refusal {
    boolean[] usage = presented.certificate().getKeyUsage();
    if (usage != null) {
      boolean any = false;
      for (boolean bit : usage) {
        any |= bit;
      }
      refuseIf(!any, PathRefusal.KEY_USAGE, "key usage without a use");
    }
  }

  private void checkKeyIdentifiers(boolean authority) throws Refusal {
    refuseIf(
        authority && presented.subjectKeyIdentifier().isEmpty(),
        PathRefusal.MISSING_EXTENSION,
        "an authority without subject key identifier");
    Optional<AuthorityKeyIdentifier> identifier =
        presented
            .content(Extension.authorityKeyIdentifier)
            .map(AuthorityKeyIdentifier::getInstance);
    if (identifier.isEmpty()) {
      refuseIf(
          !anchor && !presented.isSelfIssued(),
          PathRefusal.MISSING_EXTENSION,
          "no authority key identifier");
      return;
    }
    refuseIf(
        identifier.get().getKeyIdentifierOctets() == null,
        PathRefusal.KEY_IDENTIFIER,
        "authority key identifier without a key identifier");
    refuseIf(
        (identifier.get().getAuthorityCertIssuer() == null)
            != (identifier.get().getAuthorityCertSerialNumber() == null),
        PathRefusal.KEY_IDENTIFIER,
        "authority key identifier with half an issuer and serial number");
    refuseIf(
        anchor && presented.isSelfIssued() && presented.namesAnotherKeyThan(presented),
        PathRefusal.KEY_IDENTIFIER,
        "self-signed, and names another key");
  }

  private void checkPolicies() throws Refusal {
    Optional<ASN1Encodable> content = presented.content(Extension.certificatePolicies);
    if (content.isPresent()) {
      Set<ASN1ObjectIdentifier> seen = new HashSet<>();
      for (PolicyInformation policy :
          CertificatePolicies.getInstance(content.get()).getPolicyInformation()) {
        refuseIf(
            !seen.add(policy.getPolicyIdentifier()),
            PathRefusal.MALFORMED,
            "the same policy twice");
      }
    }
    Optional<ASN1Encodable> constraints = presented.content(Extension.policyConstraints);
    refuseIf(
        constraints.isPresent() && ASN1Sequence.getInstance(constraints.get()).size() == 0,
        PathRefusal.MALFORMED,
        "policy constraints that constrain nothing");
  }

  private void checkConstraints() throws Refusal {
    Optional<ASN1Encodable> content = presented.content(Extension.nameConstraints);
    if (content.isEmpty()) {
      return;
    }
    ASN1Sequence parts = ASN1Sequence.getInstance(content.get());
    refuseIf(parts.size() == 0, PathRefusal.MALFORMED, "name constraints without a name");
    for (ASN1Encodable part : parts) {
      refuseIf(
          ASN1Sequence.getInstance(ASN1TaggedObject.getInstance(part), false).size() == 0,
          PathRefusal.MALFORMED,
          "name constraints with an empty list");
    }
    NameConstraints constraints = NameConstraints.getInstance(content.get());
    checkSubtrees(constraints.getPermittedSubtrees());
    checkSubtrees(constraints.getExcludedSubtrees());
  }

  private void checkSubtrees(GeneralSubtree @Nullable [] subtrees) throws Refusal {
    if (subtrees == null) {
      return;
    }
    for (GeneralSubtree subtree : subtrees) {
      boolean bounded =
          subtree.getMaximum() != null
              || (subtree.getMinimum() != null && subtree.getMinimum().signum() != 0);
      refuseIf(bounded, PathRefusal.MALFORMED, "name constraint with minimum or maximum");
      if (subtree.getBase().getTagNo() == GeneralName.iPAddress) {
        byte[] range = ASN1OctetString.getInstance(subtree.getBase().getName()).getOctets();
        refuseIf(!isAddressRange(range), PathRefusal.MALFORMED, "name constraint with a bad mask");
      }
    }
  }

  /** Address and mask, 2 × 4 or 2 × 16 octets; the mask is ones and then zeros. */
  private static boolean isAddressRange(byte[] range) {
    if (range.length != 8 && range.length != 32) {
      return false;
    }
    int half = range.length / 2;
    var mask = new BigInteger(1, java.util.Arrays.copyOfRange(range, half, range.length));
    var inverted = BigInteger.ONE.shiftLeft(half * 8).subtract(BigInteger.ONE).xor(mask);
    return inverted.and(inverted.add(BigInteger.ONE)).signum() == 0;
  }

  private void refuseIf(boolean wrong, PathRefusal reason, String detail) throws Refusal {
    if (wrong) {
      throw presented.refusal(reason, detail);
    }
  }
}
