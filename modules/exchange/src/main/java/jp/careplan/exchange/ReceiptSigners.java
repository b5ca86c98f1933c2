package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.stream.Collectors;
import jp.careplan.kernel.KeyStoreFile;

/** The published authorities of all receipt signers, old and new. */
@ApplicationScoped
public class ReceiptSigners {
  private static final int LINE = 64;

  @Inject private KeyStoreFile keys;

  /** PEM certificates, one behind the other. */
  public String pem() {
    return keys.receiptIssuers().stream().map(ReceiptSigners::pem).collect(Collectors.joining());
  }

  private static String pem(X509Certificate certificate) {
    try {
      var base64 = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
      return "-----BEGIN CERTIFICATE-----\n"
          + base64.encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
