package jp.careplan.support.internal.search;

/**
 * A word of a text.
 *
 * @param term its base form, folded: what the index holds
 * @param surface as it stands in the text, folded
 * @param reading in katakana, without long vowels
 * @param start where it stands in the text
 * @param content whether it carries meaning; false for particles and the like
 */
record Token(String term, String surface, String reading, int start, int end, boolean content) {}
