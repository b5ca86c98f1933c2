package jp.careplan.support.internal.search;

/**
 * What can be found.
 *
 * @param kind by which results are filtered
 * @param title the question of an FAQ, the heading of a guide
 * @param body the answer as plain text
 * @param keywords further words people use for it; may be empty
 */
public record SearchDocument(String id, String kind, String title, String body, String keywords) {}
