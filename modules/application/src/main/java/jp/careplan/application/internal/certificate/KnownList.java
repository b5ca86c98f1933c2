package jp.careplan.application.internal.certificate;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CRLException;
import java.security.cert.CRLReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509CRLEntry;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1BitString;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;

/** A revocation list (CRL) that was read, and what of it need be worked out only once. */
final class KnownList {
  private static final int MOST_REMEMBERED = 16;

  private static final Set<String> UNDERSTOOD =
      Set.of(
          Extension.issuingDistributionPoint.getId(),
          Extension.deltaCRLIndicator.getId(),
          Extension.cRLNumber.getId(),
          Extension.authorityKeyIdentifier.getId());

  private static final Set<String> UNDERSTOOD_IN_ENTRIES =
      Set.of(
          Extension.reasonCode.getId(),
          Extension.certificateIssuer.getId(),
          Extension.invalidityDate.getId());

  private final X509CRL list;
  private final Optional<IssuingDistributionPoint> distribution;
  private final Optional<BigInteger> number;
  private final Optional<BigInteger> base;
  private final boolean understood;
  private final Map<PublicKey, Boolean> signed = new ConcurrentHashMap<>();

  private KnownList(X509CRL list) throws java.io.IOException {
    this.list = list;
    this.distribution =
        content(Extension.issuingDistributionPoint).map(IssuingDistributionPoint::getInstance);
    this.number = content(Extension.cRLNumber).map(it -> ASN1Integer.getInstance(it).getValue());
    this.base =
        content(Extension.deltaCRLIndicator).map(it -> ASN1Integer.getInstance(it).getValue());
    this.understood = isUnderstood();
  }

  static Optional<KnownList> read(byte[] der) {
    try {
      if (!isWhole(der)) {
        return Optional.empty();
      }
      var stream = new ByteArrayInputStream(der);
      var factory = CertificateFactory.getInstance("X.509");
      return Optional.of(new KnownList((X509CRL) factory.generateCRL(stream)));
    } catch (CertificateException | CRLException | java.io.IOException | RuntimeException e) {
      // bytes from outside make readers throw anything
      return Optional.empty();
    }
  }

  /** Looks at what the JDK passes over; the entries are not read for it. */
  private static boolean isWhole(byte[] der) throws java.io.IOException {
    try (var in = new ASN1InputStream(der, true)) {
      ASN1Sequence outer = ASN1Sequence.getInstance(in.readObject());
      return in.read() < 0
          && outer.size() == 3
          && ASN1BitString.getInstance(outer.getObjectAt(2)).getPadBits() == 0;
    }
  }

  private Optional<ASN1Primitive> content(ASN1ObjectIdentifier oid) throws java.io.IOException {
    byte[] wrapped = list.getExtensionValue(oid.getId());
    return wrapped == null
        ? Optional.empty()
        : Optional.of(
            ASN1Primitive.fromByteArray(ASN1OctetString.getInstance(wrapped).getOctets()));
  }

  private boolean isUnderstood() {
    Set<String> critical = list.getCriticalExtensionOIDs();
    if (critical != null && !UNDERSTOOD.containsAll(critical)) {
      return false;
    }
    Set<? extends X509CRLEntry> entries = list.getRevokedCertificates();
    return entries == null
        || entries.stream()
            .map(X509CRLEntry::getCriticalExtensionOIDs)
            .allMatch(oids -> oids == null || UNDERSTOOD_IN_ENTRIES.containsAll(oids));
  }

  X509CRL list() {
    return list;
  }

  X500Principal issuer() {
    return list.getIssuerX500Principal();
  }

  Optional<IssuingDistributionPoint> distribution() {
    return distribution;
  }

  boolean isDelta() {
    return base.isPresent();
  }

  boolean isIndirect() {
    return distribution.map(IssuingDistributionPoint::isIndirectCRL).orElse(false);
  }

  /** Whether nothing critical in it is unknown, and it is what RFC 5280, 5 asks for if strict. */
  boolean isUsable(PathRules rules) {
    if (!understood) {
      return false;
    }
    if (rules.strongKeys() && !isStronglySigned()) {
      return false;
    }
    Set<String> critical = list.getCriticalExtensionOIDs();
    boolean numberCritical = critical != null && critical.contains(Extension.cRLNumber.getId());
    return !rules.strictForm()
        || (list.getVersion() == 2
            && number.isPresent()
            && !numberCritical
            && list.getNextUpdate() != null);
  }

  private boolean isStronglySigned() {
    return KeyStrength.isStrong(algorithm());
  }

  private AlgorithmIdentifier algorithm() {
    var oid = new ASN1ObjectIdentifier(list.getSigAlgOID());
    byte[] parameters = list.getSigAlgParams();
    try {
      return parameters == null
          ? new AlgorithmIdentifier(oid)
          : new AlgorithmIdentifier(oid, ASN1Primitive.fromByteArray(parameters));
    } catch (java.io.IOException e) {
      return new AlgorithmIdentifier(oid);
    }
  }

  /** Whether this delta brings that full list up to date (RFC 5280, 5.2.4). */
  boolean completes(KnownList full) {
    return base.isPresent()
        && number.isPresent()
        && full.number.isPresent()
        && issuer().equals(full.issuer())
        && distribution.equals(full.distribution)
        && authorityKey().equals(full.authorityKey())
        && full.number.get().compareTo(base.get()) >= 0
        && full.number.get().compareTo(number.get()) < 0;
  }

  private Optional<String> authorityKey() {
    try {
      return content(Extension.authorityKeyIdentifier)
          .map(AuthorityKeyIdentifier::getInstance)
          .map(AuthorityKeyIdentifier::getKeyIdentifierOctets)
          .map(java.util.HexFormat.of()::formatHex);
    } catch (java.io.IOException e) {
      return Optional.empty();
    }
  }

  boolean isSignedBy(PublicKey key) {
    if (signed.size() > MOST_REMEMBERED) {
      signed.clear();
    }
    return signed.computeIfAbsent(key, this::verify);
  }

  private boolean verify(PublicKey key) {
    try {
      list.verify(key);
      return true;
    } catch (GeneralSecurityException | RuntimeException e) {
      return false;
    }
  }

  Optional<PathVerdict.Revocation> entryOf(Presented certificate) {
    X509CRLEntry entry = list.getRevokedCertificate(certificate.certificate());
    if (entry == null) {
      return Optional.empty();
    }
    CRLReason reason = entry.getRevocationReason();
    return Optional.of(
        new PathVerdict.Revocation(
            reason == null ? CRLReason.UNSPECIFIED : reason,
            entry.getRevocationDate().toInstant()));
  }
}
