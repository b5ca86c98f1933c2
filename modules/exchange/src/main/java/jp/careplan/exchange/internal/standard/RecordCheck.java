package jp.careplan.exchange.internal.standard;

import org.apache.commons.csv.CSVRecord;

/**
 * Looks at the records of one file one after the other. Sees only records with all their fields.
 */
interface RecordCheck {
  void record(CSVRecord record, int line);

  /** The file has ended. */
  default void end() {}
}
