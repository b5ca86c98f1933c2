package jp.careplan.exchange;

import java.time.Instant;

/**
 * 受付証: the exchange's signed word that it keeps a transmission.
 *
 * @param number for the telephone: day, hyphen, ten letters
 * @param contentHash SHA-256 of the manifest, 64 hexadecimal digits
 * @param cms CMS SignedData, DER
 */
@SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
public record Receipt(String number, Instant sentAt, String contentHash, byte[] cms) {
  @Override
  public String toString() {
    return "Receipt[" + number + "]";
  }
}
