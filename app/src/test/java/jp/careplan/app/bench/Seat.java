package jp.careplan.app.bench;

/**
 * A fictitious office with a running session.
 *
 * @param number 事業所番号
 * @param token of its session
 */
record Seat(String number, String token) {}
