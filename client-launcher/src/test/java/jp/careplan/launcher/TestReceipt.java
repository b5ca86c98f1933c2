package jp.careplan.launcher;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Receipts as the exchange makes them: CMS SignedData over JSON. */
final class TestReceipt {
  private TestReceipt() {}

  static byte[] signedBy(TestAuthority authority, String json) {
    try {
      var generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(authority.key()),
                  authority.certificate()));
      generator.addCertificates(new JcaCertStore(List.of(authority.certificate())));
      var content = new CMSProcessableByteArray(json.getBytes(StandardCharsets.UTF_8));
      return generator.generate(content, true).getEncoded("DER");
    } catch (java.io.IOException
        | java.security.GeneralSecurityException
        | org.bouncycastle.cms.CMSException
        | org.bouncycastle.operator.OperatorCreationException e) {
      throw new IllegalStateException(e);
    }
  }
}
