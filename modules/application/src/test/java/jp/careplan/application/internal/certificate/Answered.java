package jp.careplan.application.internal.certificate;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaBasicOCSPRespBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** OCSP responses made for a test. */
final class Answered {
  static final @Nullable CertificateStatus GOOD = CertificateStatus.GOOD;
  static final CertificateStatus REVOKED =
      new RevokedStatus(Date.from(Issued.NOON.minusSeconds(7200)), 1);
  static final CertificateStatus UNKNOWN = new UnknownStatus();

  private Answered() {}

  static Issued.Draft responder(Issued issuer) {
    return Issued.leaf(issuer).purpose(KeyPurposeId.id_kp_OCSPSigning);
  }

  static Issued.Draft unchecked(Issued issuer) {
    return responder(issuer)
        .with(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
  }

  static byte[] by(Issued signer, Issued issuer, Issued about, @Nullable CertificateStatus status) {
    return by(signer, issuer, about, status, Issued.NOON.plusSeconds(3600));
  }

  static byte[] by(
      Issued signer,
      Issued issuer,
      Issued about,
      @Nullable CertificateStatus status,
      Instant next) {
    try {
      var digests = new JcaDigestCalculatorProviderBuilder().build();
      var builder =
          new JcaBasicOCSPRespBuilder(signer.key.getPublic(), digests.get(CertificateID.HASH_SHA1));
      builder.addResponse(
          new CertificateID(
              digests.get(CertificateID.HASH_SHA1),
              new JcaX509CertificateHolder(issuer.certificate()),
              about.certificate().getSerialNumber()),
          status,
          Date.from(Issued.NOON.minusSeconds(60)),
          Date.from(next));
      var basic =
          builder.build(
              Issued.signer(signer.key, "SHA256withECDSA"),
              new X509CertificateHolder[] {new JcaX509CertificateHolder(signer.certificate())},
              Date.from(Issued.NOON));
      return new OCSPRespBuilder().build(OCSPResp.SUCCESSFUL, basic).getEncoded();
    } catch (OperatorCreationException
        | OCSPException
        | CertificateEncodingException
        | IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
