package jp.careplan.launcher.api;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 受付証, as a send is answered.
 *
 * @param receipt CMS SignedData, DER in Base64
 * @param findings warnings that did not refuse the unit
 */
public record SentReceipt(
    String id,
    String receiptNumber,
    @Nullable String sentAt,
    String contentHash,
    @Nullable OfficeName recipient,
    @Nullable String unit,
    String receipt,
    List<Finding> findings) {

  public SentReceipt {
    findings = findings == null ? List.of() : findings;
  }

  public byte[] receiptBytes() {
    return Base64.getDecoder().decode(receipt);
  }
}
