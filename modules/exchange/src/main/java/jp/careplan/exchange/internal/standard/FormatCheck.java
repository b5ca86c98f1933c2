package jp.careplan.exchange.internal.standard;

import org.jspecify.annotations.Nullable;

/** 形式チェック of one value that is not empty. Runs for each field of each record: makes nothing. */
@FunctionalInterface
interface FormatCheck {
  /** What is wrong with the value, or null. */
  @Nullable Fault broken(String value);
}
