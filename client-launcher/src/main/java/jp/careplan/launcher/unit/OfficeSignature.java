package jp.careplan.launcher.unit;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import jp.careplan.launcher.profile.OfficeIdentity;
import jp.careplan.launcher.trouble.LauncherProblem;
import jp.careplan.launcher.trouble.Trouble;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** The office signs what it sends: a detached CMS over the manifest, its certificate inside. */
public record OfficeSignature(OfficeIdentity identity) {

  /** CMS SignedData without the content, DER. */
  public byte[] over(Manifest manifest) {
    try {
      var generator = new CMSSignedDataGenerator();
      var signer = new JcaContentSignerBuilder(algorithm()).build(identity.key());
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .build(signer, identity.certificate()));
      generator.addCertificates(new JcaCertStore(identity.chain()));
      return generator
          .generate(new CMSProcessableByteArray(manifest.bytes()), false)
          .getEncoded("DER");
    } catch (CMSException
        | OperatorCreationException
        | CertificateEncodingException
        | IOException e) {
      throw new Trouble(LauncherProblem.CERTIFICATE_UNREADABLE, "電子証明書で署名できませんでした。", e);
    }
  }

  private String algorithm() {
    return identity.certificate().getPublicKey().getAlgorithm().equals("EC")
        ? "SHA256withECDSA"
        : "SHA256withRSA";
  }
}
