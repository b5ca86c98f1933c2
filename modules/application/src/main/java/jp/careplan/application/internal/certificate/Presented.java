package jp.careplan.application.internal.certificate;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Certificate;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * One certificate, read twice: by Bouncy Castle, strictly as DER, for the checks of form; by the
 * JDK for the path.
 *
 * @param index place in the presented chain
 */
record Presented(int index, X509Certificate certificate, Certificate structure) {
  private static final int MOST_BYTES = 1 << 20;
  private static final int LAST_VERSION = 2;
  private static final int VERSION_TAG = 0;
  private static final int EXTENSIONS_TAG = 3;

  static Presented read(byte[] der, int index) throws Refusal {
    if (der.length > MOST_BYTES) {
      throw new Refusal(PathRefusal.TOO_COMPLEX, der.length + " bytes", index);
    }
    try {
      ASN1Primitive parsed = ASN1Primitive.fromByteArray(der);
      if (!(parsed instanceof ASN1Sequence outer)
          || !Arrays.equals(der, parsed.getEncoded(ASN1Encoding.DER))) {
        throw new Refusal(PathRefusal.MALFORMED, "not DER", index);
      }
      scan(outer, index);
      Certificate structure = Certificate.getInstance(outer);
      refuseContradictions(structure, index);
      ExtensionContent.readAll(structure.getTBSCertificate().getExtensions(), index);
      var stream = new ByteArrayInputStream(der);
      var factory = CertificateFactory.getInstance("X.509");
      return new Presented(index, (X509Certificate) factory.generateCertificate(stream), structure);
    } catch (IOException | CertificateException | RuntimeException e) {
      // Both readers throw whatever they stumble over; bytes from outside must not pass as a fault
      // of ours.
      throw new Refusal(PathRefusal.MALFORMED, String.valueOf(e.getMessage()), index);
    }
  }

  /** What the readers would refuse in other words, or pass over. */
  private static void scan(ASN1Sequence outer, int index) throws Refusal {
    Set<ASN1Encodable> seen = new HashSet<>();
    int version = 0;
    for (ASN1Encodable part : ASN1Sequence.getInstance(outer.getObjectAt(0))) {
      if (part instanceof ASN1TaggedObject tagged && tagged.hasContextTag(VERSION_TAG)) {
        version = ASN1Integer.getInstance(tagged, true).intValueExact();
        if (version < 0 || version > LAST_VERSION) {
          throw new Refusal(PathRefusal.VERSION, "version " + version + " plus 1", index);
        }
      }
      if (part instanceof ASN1TaggedObject tagged && tagged.hasContextTag(EXTENSIONS_TAG)) {
        if (version < LAST_VERSION) {
          throw new Refusal(PathRefusal.VERSION, "extensions before version 3", index);
        }
        ASN1Sequence list = ASN1Sequence.getInstance(tagged, true);
        if (list.size() == 0) {
          throw new Refusal(PathRefusal.MALFORMED, "empty list of extensions", index);
        }
        for (ASN1Encodable extension : list) {
          ASN1Encodable oid = ASN1Sequence.getInstance(extension).getObjectAt(0);
          if (!seen.add(oid)) {
            throw new Refusal(PathRefusal.DUPLICATE_EXTENSION, oid.toString(), index);
          }
        }
      }
    }
  }

  private static void refuseContradictions(Certificate structure, int index) throws Refusal {
    var signed = structure.getTBSCertificate();
    if (!signed.getSignature().equals(structure.getSignatureAlgorithm())) {
      throw new Refusal(
          PathRefusal.SIGNATURE_ALGORITHM_MISMATCH,
          signed.getSignature().getAlgorithm()
              + " inside, "
              + structure.getSignatureAlgorithm().getAlgorithm()
              + " outside",
          index);
    }
    if (structure.getSignature().getPadBits() != 0) {
      throw new Refusal(PathRefusal.MALFORMED, "a signature of odd bits", index);
    }
    int version = signed.getVersionNumber();
    boolean identifiers = signed.getIssuerUniqueId() != null || signed.getSubjectUniqueId() != null;
    if (version < 2 && identifiers) {
      throw new Refusal(PathRefusal.VERSION, "unique identifiers before version 2", index);
    }
    if (signed.getSubject().getRDNs().length == 0) {
      @Nullable Extensions all = signed.getExtensions();
      @Nullable Extension names =
          all == null ? null : all.getExtension(Extension.subjectAlternativeName);
      if (names == null || !names.isCritical()) {
        throw new Refusal(
            PathRefusal.EMPTY_NAME, "no subject, no critical alternative name", index);
      }
    }
  }

  X500Principal subject() {
    return certificate.getSubjectX500Principal();
  }

  X500Principal issuer() {
    return certificate.getIssuerX500Principal();
  }

  PublicKey key() {
    return certificate.getPublicKey();
  }

  boolean isSelfIssued() {
    return subject().equals(issuer());
  }

  /** cA of its basic constraints. */
  boolean isAuthority() {
    return content(Extension.basicConstraints)
        .map(BasicConstraints::getInstance)
        .map(BasicConstraints::isCA)
        .orElse(false);
  }

  /** Whether it has no key usage extension, or one with that bit. */
  boolean allows(KeyUse use) {
    boolean[] usage = certificate.getKeyUsage();
    return usage == null || use.in(usage);
  }

  Optional<Extension> extension(ASN1ObjectIdentifier oid) {
    @Nullable Extensions all = structure.getTBSCertificate().getExtensions();
    return all == null ? Optional.empty() : Optional.ofNullable(all.getExtension(oid));
  }

  /** The parsed content of an extension. */
  Optional<ASN1Encodable> content(ASN1ObjectIdentifier oid) {
    return extension(oid).map(Extension::getParsedValue);
  }

  Optional<byte[]> subjectKeyIdentifier() {
    return content(Extension.subjectKeyIdentifier)
        .map(SubjectKeyIdentifier::getInstance)
        .map(SubjectKeyIdentifier::getKeyIdentifier);
  }

  Optional<byte[]> authorityKeyIdentifier() {
    return content(Extension.authorityKeyIdentifier)
        .map(AuthorityKeyIdentifier::getInstance)
        .map(AuthorityKeyIdentifier::getKeyIdentifierOctets);
  }

  /** Whether both key identifiers are there and differ. */
  boolean namesAnotherKeyThan(Presented issuer) {
    Optional<byte[]> named = authorityKeyIdentifier();
    Optional<byte[]> actual = issuer.subjectKeyIdentifier();
    return named.isPresent() && actual.isPresent() && !Arrays.equals(named.get(), actual.get());
  }

  boolean isSameAs(Presented other) {
    return certificate.equals(other.certificate);
  }

  /** The bytes decide; hashing the parsed structure would cost more than reading it did. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Presented presented && isSameAs(presented);
  }

  @Override
  public int hashCode() {
    return certificate.hashCode();
  }

  Refusal refusal(PathRefusal reason, String detail) {
    return new Refusal(reason, detail, index);
  }
}
