package jp.careplan.application.internal.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;
import org.bouncycastle.asn1.x509.ReasonFlags;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** A revocation list made for a test. */
final class Listed {
  private final X509v2CRLBuilder builder;
  private final Issued signer;
  private long number = 1;
  private boolean numbered = true;
  private Optional<Instant> next = Optional.of(Issued.NOON.plusSeconds(86_400));
  private String algorithm = "SHA256withECDSA";

  private Listed(X500Name issuer, Issued signer, Instant from) {
    this.builder = new X509v2CRLBuilder(issuer, Date.from(from));
    this.signer = signer;
  }

  static Listed by(Issued signer) {
    return new Listed(signer.subject, signer, Issued.NOON.minusSeconds(3600));
  }

  static Listed by(Issued signer, Instant from) {
    return new Listed(signer.subject, signer, from);
  }

  static Listed inNameOf(String issuer, Issued signer) {
    return new Listed(new X500Name(issuer), signer, Issued.NOON.minusSeconds(3600));
  }

  Listed next(Optional<Instant> at) {
    next = at;
    return this;
  }

  Listed number(long value) {
    number = value;
    return this;
  }

  Listed unnumbered() {
    numbered = false;
    return this;
  }

  Listed algorithm(String name) {
    algorithm = name;
    return this;
  }

  Listed revoking(Issued certificate, int reason) {
    builder.addCRLEntry(
        certificate.certificate().getSerialNumber(),
        Date.from(Issued.NOON.minusSeconds(7200)),
        reason);
    return this;
  }

  /** An entry that names its certificate's issuer, as an indirect list has it. */
  Listed revoking(Issued certificate, Issued issuer) {
    return revoking(
        certificate,
        Extension.certificateIssuer,
        true,
        new GeneralNames(new GeneralName(issuer.subject)));
  }

  Listed revoking(
      Issued certificate, ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
    try {
      var extensions = new ExtensionsGenerator();
      extensions.addExtension(oid, critical, value);
      Extensions all = extensions.generate();
      builder.addCRLEntry(
          certificate.certificate().getSerialNumber(),
          Date.from(Issued.NOON.minusSeconds(7200)),
          all);
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  Listed with(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
    try {
      builder.addExtension(oid, critical, value);
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Limits the list; the point is a URI, empty for none. */
  Listed scope(String uri, boolean users, boolean authorities, int reasons, boolean indirect) {
    return with(
        Extension.issuingDistributionPoint,
        true,
        new IssuingDistributionPoint(
            uri.isEmpty() ? null : point(uri),
            users,
            authorities,
            reasons == 0 ? null : new ReasonFlags(reasons),
            indirect,
            false));
  }

  Listed delta(long base) {
    return with(Extension.deltaCRLIndicator, true, new CRLNumber(BigInteger.valueOf(base)));
  }

  static DistributionPointName point(String uri) {
    return new DistributionPointName(
        new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, uri)));
  }

  byte[] issue() {
    try {
      if (numbered) {
        with(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(number)));
      }
      with(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(signer.key.getPublic()));
      next.ifPresent(at -> builder.setNextUpdate(Date.from(at)));
      return builder.build(Issued.signer(signer.key, algorithm)).getEncoded();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
