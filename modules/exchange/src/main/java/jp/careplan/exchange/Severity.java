package jp.careplan.exchange;

/** 指摘の重さ, how grave a finding is. */
public enum Severity {
  /** The unit can never be sent so: encoding, names, unit, addresses, layout, keys. */
  FATAL,
  /**
   * A field breaks the standard: refused, unless the sender says once, with a reason, to send it
   * so.
   */
  ERROR,
  /** Told to the sender; never refuses. */
  WARNING
}
