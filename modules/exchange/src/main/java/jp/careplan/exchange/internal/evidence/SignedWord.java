package jp.careplan.exchange.internal.evidence;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Selector;

/**
 * What the exchange signed, verified again.
 *
 * @param content the signed bytes
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
public record SignedWord(byte[] content, X509Certificate signer) {

  /**
   * Opens what {@link ReceiptSigner} made.
   *
   * @param issuers authorities of our signers, old and new
   * @return empty where the signature does not fit the content or is none of ours
   */
  public static Optional<SignedWord> open(byte[] cms, List<X509Certificate> issuers) {
    try {
      var signed = new CMSSignedData(cms);
      var signers = signed.getSignerInfos().getSigners();
      if (signers.size() != 1 || signed.getSignedContent() == null) {
        return Optional.empty();
      }
      SignerInformation signer = signers.iterator().next();
      X509Certificate certificate = certificateOf(signed, signer);
      boolean fits =
          isIssued(certificate, issuers)
              && signer.verify(
                  new JcaSimpleSignerInfoVerifierBuilder().build(certificate.getPublicKey()));
      return fits
          ? Optional.of(
              new SignedWord((byte[]) signed.getSignedContent().getContent(), certificate))
          : Optional.empty();
    } catch (CMSException
        | OperatorCreationException
        | GeneralSecurityException
        | IOException
        | RuntimeException e) {
      return Optional.empty(); // Bouncy Castle reads as it goes: broken bytes end in anything
    }
  }

  private static X509Certificate certificateOf(CMSSignedData signed, SignerInformation signer)
      throws GeneralSecurityException, IOException {
    @SuppressWarnings("unchecked") // SignerId selects certificates, its type says less
    Selector<X509CertificateHolder> chosen = signer.getSID();
    X509CertificateHolder held = signed.getCertificates().getMatches(chosen).iterator().next();
    return new JcaX509CertificateConverter().getCertificate(held);
  }

  private static boolean isIssued(X509Certificate certificate, List<X509Certificate> issuers) {
    return issuers.stream()
        .anyMatch(issuer -> {
          try {
            certificate.verify(issuer.getPublicKey());
            return true;
          } catch (GeneralSecurityException e) {
            return false; // another issuer's
          }
        });
  }
}
