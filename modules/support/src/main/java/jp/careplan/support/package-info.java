/**
 * People get answers (ヘルプデスク): questions, guides, terms and news, and the search over them.
 *
 * <p>Doors: {@link Reading}, {@link Searching}. What differs from operator to operator is asked of
 * {@link SiteValues}, which app fulfils.
 */
@NullMarked
package jp.careplan.support;

import org.jspecify.annotations.NullMarked;
