package jp.careplan.application;

import jp.careplan.kernel.OfficeNumber;

/** An office was suspended, resumed or closed; fired in the same transaction. */
public record OfficeStatusChanged(OfficeNumber office, Status status) {
  /** 事業所の状態. */
  public enum Status {
    ACTIVE,
    /** 休止. */
    SUSPENDED,
    /** 廃止. */
    CLOSED
  }
}
