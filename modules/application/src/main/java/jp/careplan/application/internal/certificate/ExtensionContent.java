package jp.careplan.application.internal.certificate;

import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyConstraints;
import org.bouncycastle.asn1.x509.PolicyMappings;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the content of the extensions that RFC 5280 defines. The JDK passes over one it cannot read
 * as long as that is not critical.
 */
final class ExtensionContent {
  private static final Map<ASN1ObjectIdentifier, Function<ASN1Encodable, ?>> READERS =
      Map.ofEntries(
          Map.entry(Extension.basicConstraints, BasicConstraints::getInstance),
          Map.entry(Extension.keyUsage, KeyUsage::getInstance),
          Map.entry(Extension.extendedKeyUsage, ExtensionContent::purposes),
          Map.entry(Extension.subjectAlternativeName, ExtensionContent::names),
          Map.entry(Extension.issuerAlternativeName, ExtensionContent::names),
          Map.entry(Extension.nameConstraints, NameConstraints::getInstance),
          Map.entry(Extension.certificatePolicies, ExtensionContent::policies),
          Map.entry(Extension.policyMappings, ExtensionContent::mappings),
          Map.entry(Extension.policyConstraints, PolicyConstraints::getInstance),
          Map.entry(Extension.cRLDistributionPoints, ExtensionContent::distribution),
          Map.entry(Extension.freshestCRL, ExtensionContent::distribution),
          Map.entry(Extension.authorityInfoAccess, AuthorityInformationAccess::getInstance),
          Map.entry(Extension.subjectInfoAccess, AuthorityInformationAccess::getInstance),
          Map.entry(Extension.authorityKeyIdentifier, AuthorityKeyIdentifier::getInstance),
          Map.entry(Extension.subjectKeyIdentifier, SubjectKeyIdentifier::getInstance));

  private ExtensionContent() {}

  static void readAll(@Nullable Extensions extensions, int index) throws Refusal {
    if (extensions == null) {
      return;
    }
    for (ASN1ObjectIdentifier oid : extensions.getExtensionOIDs()) {
      Function<ASN1Encodable, ?> reader = READERS.get(oid);
      if (reader != null) {
        read(extensions.getExtension(oid), reader, index);
      }
    }
  }

  private static void read(Extension extension, Function<ASN1Encodable, ?> reader, int index)
      throws Refusal {
    try {
      byte[] octets = extension.getExtnValue().getOctets();
      ASN1Primitive content = ASN1Primitive.fromByteArray(octets);
      Objects.requireNonNull(reader.apply(content));
      if (!java.util.Arrays.equals(octets, content.getEncoded(ASN1Encoding.DER))) {
        throw new Refusal(PathRefusal.MALFORMED, extension.getExtnId() + " is not DER", index);
      }
    } catch (java.io.IOException | RuntimeException e) {
      throw new Refusal(
          PathRefusal.MALFORMED, extension.getExtnId() + ": " + e.getMessage(), index);
    }
  }

  private static Object names(ASN1Encodable content) {
    return filled(GeneralNames.getInstance(content), content);
  }

  private static Object purposes(ASN1Encodable content) {
    return filled(ExtendedKeyUsage.getInstance(content), content);
  }

  private static Object policies(ASN1Encodable content) {
    return filled(CertificatePolicies.getInstance(content), content);
  }

  private static Object mappings(ASN1Encodable content) {
    return filled(PolicyMappings.getInstance(content), content);
  }

  private static Object distribution(ASN1Encodable content) {
    for (DistributionPoint point : CRLDistPoint.getInstance(content).getDistributionPoints()) {
      if (point.getDistributionPoint() == null && point.getCRLIssuer() == null) {
        throw new IllegalArgumentException("a distribution point that names nothing");
      }
    }
    return content;
  }

  private static Object filled(Object read, ASN1Encodable content) {
    if (ASN1Sequence.getInstance(content).size() == 0) {
      throw new IllegalArgumentException("empty");
    }
    return read;
  }
}
