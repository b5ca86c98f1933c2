package jp.careplan.exchange;

import java.security.cert.X509Certificate;
import java.util.Optional;
import jp.careplan.application.OfficeSession;

/** 受付証 as a paper for whoever inspects an office (運営指導): readable by both sides. */
public interface ReceiptReading {
  /**
   * A receipt beside the transmission as it stands now.
   *
   * @param signer whose signature was verified just now; empty where it does not fit
   * @param text what is signed, JSON
   */
  record Opened(
      TransmissionDetail detail, Receipt receipt, Optional<X509Certificate> signer, String text) {}

  Opened open(OfficeSession by, TransmissionId id);

  /** The same, noted in the trail as taken along. */
  Opened save(OfficeSession by, TransmissionId id);
}
