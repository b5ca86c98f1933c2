package jp.careplan.exchange.internal.evidence;

import java.io.IOException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Set;
import jp.careplan.kernel.Sha256;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Selector;

/** The sender's own signature over what it sends: detached CMS with one signer. */
public final class OfficeSignature {
  private static final Set<String> DIGESTS =
      Set.of(
          NISTObjectIdentifiers.id_sha256.getId(),
          NISTObjectIdentifiers.id_sha384.getId(),
          NISTObjectIdentifiers.id_sha512.getId());

  private OfficeSignature() {}

  /**
   * Whether it was made over exactly these bytes by exactly this certificate. Whom the certificate
   * belongs to, and whether it stands, was settled when its session began.
   *
   * @param cms DER, as anybody may have sent it
   * @param thumbprint SHA-256 of the certificate
   */
  public static boolean verifies(byte[] cms, byte[] content, String thumbprint) {
    try {
      var signed = new CMSSignedData(new CMSProcessableByteArray(content), cms);
      var signers = signed.getSignerInfos().getSigners();
      return isDetached(signed)
          && signers.size() == 1
          && verifies(signers.iterator().next(), signed, thumbprint);
    } catch (CMSException
        | OperatorCreationException
        | CertificateException
        | IOException
        | RuntimeException e) {
      return false; // Bouncy Castle reads as it goes: broken bytes end in any unchecked exception
    }
  }

  private static boolean isDetached(CMSSignedData signed) {
    return SignedData.getInstance(signed.toASN1Structure().getContent())
            .getEncapContentInfo()
            .getContent()
        == null;
  }

  private static boolean verifies(SignerInformation signer, CMSSignedData signed, String thumbprint)
      throws CMSException, OperatorCreationException, CertificateException, IOException {
    @SuppressWarnings("unchecked") // SignerId selects certificates, its type says less
    Selector<X509CertificateHolder> chosen = signer.getSID();
    for (X509CertificateHolder held : signed.getCertificates().getMatches(chosen)) {
      if (Sha256.hex(held.getEncoded()).equals(thumbprint)) {
        X509Certificate certificate = new JcaX509CertificateConverter().getCertificate(held);
        return DIGESTS.contains(signer.getDigestAlgOID())
            && signer.verify(
                new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
      }
    }
    return false;
  }
}
