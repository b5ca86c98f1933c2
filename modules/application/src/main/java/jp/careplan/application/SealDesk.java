package jp.careplan.application;

import java.io.IOException;
import java.util.function.LongConsumer;
import jp.careplan.kernel.AuditSeals;

/** The chain over the audit trail (監査証跡の封印) for those who may read the trail. */
public interface SealDesk {
  AuditSeals.State state(OperatorSession by);

  /**
   * Verifies the whole chain, and notes who did and what was found.
   *
   * @param reached is told how many entries are behind
   */
  AuditSeals.Verdict verify(OperatorSession by, LongConsumer reached);

  /** Seals behind a number, a JSON object a line. */
  void write(OperatorSession by, long after, Appendable out) throws IOException;

  /** Certificates of the keys that sealed, as PEM. */
  String signers(OperatorSession by);
}
