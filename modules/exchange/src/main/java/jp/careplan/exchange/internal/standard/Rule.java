package jp.careplan.exchange.internal.standard;

import jp.careplan.exchange.Severity;

/**
 * One row of {@code rules.csv}.
 *
 * @param code {@code CH-041}; never changes, never reused
 * @param meaning English, for the documents
 * @param message Japanese; {0}, {1} stand for what is expected, never for what was found
 * @param remedy Japanese
 */
record Rule(String code, Severity severity, String meaning, String message, String remedy) {}
