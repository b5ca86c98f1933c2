/**
 * Full-text search of Japanese text: pure technique on Lucene, without database and container.
 *
 * <p>A document is a question with its answer, a guide, a news item or a term. It is found by words
 * (Kuromoji, base forms), by pairs of letters and by pairs of sounds; then scored again by how much
 * of the query the document covers, and how much of its title the query covers.
 */
@NullMarked
package jp.careplan.support.internal.search;

import org.jspecify.annotations.NullMarked;
