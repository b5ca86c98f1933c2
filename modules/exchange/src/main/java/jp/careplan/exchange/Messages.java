package jp.careplan.exchange;

import jp.careplan.application.OfficeSession;

/** メッセージ: what a transmission says in words, for those to whom its content is open. */
public interface Messages {
  /**
   * The letter. The recipient's first look is the read mark (既読) that the sender sees; each look is
   * an entry of the trail.
   */
  Letter read(OfficeSession by, TransmissionId id);

  /** An attachment under the name that its sender gave it; counts as a download. */
  OfferedFile attachment(OfficeSession by, TransmissionId id, String file);
}
