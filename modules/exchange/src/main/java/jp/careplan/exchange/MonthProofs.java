package jp.careplan.exchange;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import jp.careplan.application.OfficeSession;

/**
 * 連携実績の証明書: what an office exchanged in a month, for fee supplements (加算) and subsidies (補助金).
 * Signed as receipts are; whoever has its check code (確認番号) can verify it.
 */
public interface MonthProofs {
  /**
   * A proof as it was issued.
   *
   * @param code for the public page, {@code 202610-7K2M9-QX4TB-31ZNA}
   * @param cms CMS SignedData, DER
   */
  @SuppressWarnings("ArrayRecordComponent") // bytes are carried, not compared
  record Proof(String code, Instant issuedAt, MonthFigures figures, byte[] cms) {
    @Override
    public String toString() {
      return "Proof[" + code + "]";
    }
  }

  /** The figures as they stand now; for administrators. */
  MonthFigures figures(OfficeSession by, YearMonth month);

  /** Issues a proof; the newest one again where nothing changed since. */
  Proof issue(OfficeSession by, YearMonth month);

  /** Those of a month, newest first. */
  List<Proof> issued(OfficeSession by, YearMonth month);

  /** One of the caller's office, to be taken along. */
  Proof save(OfficeSession by, String code);

  /**
   * What anyone may look up.
   *
   * @param code as it was typed
   * @return empty where there is none, or where it is not what was signed
   */
  Optional<Proof> find(String code);
}
