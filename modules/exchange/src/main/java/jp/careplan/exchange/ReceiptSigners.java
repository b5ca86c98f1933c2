package jp.careplan.exchange;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import jp.careplan.kernel.KeyStoreFile;
import jp.careplan.kernel.Pem;

/** The published authorities of all receipt signers, old and new. */
@ApplicationScoped
public class ReceiptSigners {
  @Inject private KeyStoreFile keys;

  /** PEM certificates, one behind the other. */
  public String pem() {
    return keys.receiptIssuers().stream().map(Pem::of).collect(Collectors.joining());
  }
}
