package jp.careplan.application.internal.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CRLReason;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** 失効リスト: makes an authority's revocation list (CRL). */
public final class RevocationList {
  /** Numbers of RFC 5280, 5.3.1; the JDK's enumeration counts alike. */
  private static final Map<CRLReason, Integer> CODES =
      Map.of(
          CRLReason.UNSPECIFIED, 0,
          CRLReason.KEY_COMPROMISE, 1,
          CRLReason.CA_COMPROMISE, 2,
          CRLReason.AFFILIATION_CHANGED, 3,
          CRLReason.SUPERSEDED, 4,
          CRLReason.CESSATION_OF_OPERATION, 5,
          CRLReason.CERTIFICATE_HOLD, 6,
          CRLReason.PRIVILEGE_WITHDRAWN, 9);

  private RevocationList() {}

  /** A revoked certificate. */
  public record Entry(BigInteger serial, Instant at, CRLReason reason) {}

  /**
   * Makes a full list in DER.
   *
   * @param number greater than that of every list before
   * @param entries read once, in the order given
   */
  public static byte[] make(
      CertificateAuthority authority,
      BigInteger number,
      Instant thisUpdate,
      Instant nextUpdate,
      Stream<Entry> entries) {
    try {
      var issuer =
          X500Name.getInstance(authority.certificate().getSubjectX500Principal().getEncoded());
      var builder = new X509v2CRLBuilder(issuer, Date.from(thisUpdate));
      builder.setNextUpdate(Date.from(nextUpdate));
      builder.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new JcaX509ExtensionUtils()
              .createAuthorityKeyIdentifier(authority.certificate().getPublicKey()));
      builder.addExtension(Extension.cRLNumber, false, new CRLNumber(number));
      entries.forEach(entry ->
          builder.addCRLEntry(entry.serial(), Date.from(entry.at()), code(entry.reason())));
      return builder.build(CertificateAuthority.signer(authority.key())).getEncoded();
    } catch (IOException | GeneralSecurityException e) {
      throw new AuthorityProblem("cannot make a revocation list", e);
    }
  }

  /** The reason's number; one that has no place in a full list of ours is unspecified. */
  static int code(CRLReason reason) {
    return CODES.getOrDefault(reason, 0);
  }
}
