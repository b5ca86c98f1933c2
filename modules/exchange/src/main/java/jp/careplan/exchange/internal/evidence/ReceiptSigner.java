package jp.careplan.exchange.internal.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import jp.careplan.kernel.KeyStoreFile;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Signs receipts with the exchange's key (ES256). The signer's certificate travels along. */
@ApplicationScoped
public class ReceiptSigner {
  @Inject private KeyStoreFile keys;

  /** CMS SignedData (DER) with the content inside. */
  public byte[] sign(byte[] content) {
    try {
      var chain = keys.receiptChain();
      var generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
              .build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(keys.receiptKey()),
                  chain.getFirst()));
      generator.addCertificates(new JcaCertStore(chain.subList(0, 1)));
      return generator.generate(new CMSProcessableByteArray(content), true).getEncoded("DER");
    } catch (OperatorCreationException | CMSException | IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign a receipt", e);
    }
  }
}
