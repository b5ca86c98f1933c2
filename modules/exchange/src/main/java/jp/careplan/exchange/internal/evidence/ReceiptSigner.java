package jp.careplan.exchange.internal.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.List;
import jp.careplan.kernel.KeyStoreFile;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.util.CollectionStore;
import org.jspecify.annotations.Nullable;

/** Signs receipts with the exchange's key (ES256). The signer's certificate travels along. */
@ApplicationScoped
public class ReceiptSigner {
  @Inject private KeyStoreFile keys;
  private volatile @Nullable Pen pen;

  /** What is the same for each receipt. What is made of it for one receipt has a state. */
  private record Pen(
      String alias,
      PrivateKey key,
      X509CertificateHolder certificate,
      DigestCalculatorProvider digests) {}

  /** CMS SignedData (DER) with the content inside. */
  public byte[] sign(byte[] content) {
    try {
      Pen held = pen();
      var generator = new CMSSignedDataGenerator();
      generator.addSignerInfoGenerator(
          new SignerInfoGeneratorBuilder(held.digests())
              .build(
                  new JcaContentSignerBuilder("SHA256withECDSA").build(held.key()),
                  held.certificate()));
      generator.addCertificates(new CollectionStore<>(List.of(held.certificate())));
      return generator.generate(new CMSProcessableByteArray(content), true).getEncoded("DER");
    } catch (OperatorCreationException | CMSException | IOException | GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign a receipt", e);
    }
  }

  private Pen pen() throws GeneralSecurityException, OperatorCreationException {
    Pen present = pen;
    String alias = keys.receiptSigner();
    if (present == null || !present.alias().equals(alias)) {
      present =
          new Pen(
              alias,
              keys.receiptKey(),
              new JcaX509CertificateHolder(keys.receiptChain().getFirst()),
              new JcaDigestCalculatorProviderBuilder().build());
      pen = present;
    }
    return present;
  }
}
