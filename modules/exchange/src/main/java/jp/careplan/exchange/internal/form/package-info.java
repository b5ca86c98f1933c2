/**
 * What was sent as the paper forms people know; pure functions, no server.
 *
 * <p>{@link jp.careplan.exchange.internal.form.UnitForms} reads the files of a unit and knows the
 * people in it; for each of them it makes {@link jp.careplan.exchange.internal.form.Form}s of
 * blocks, which the pages and the PDFs show alike. Columns are named by the identifiers of the
 * standard's tables alone; what a form has no place for stands at its end, so that nothing that was
 * sent stays unseen. What cannot be read is shown as it stands and marked.
 */
@NullMarked
package jp.careplan.exchange.internal.form;

import org.jspecify.annotations.NullMarked;
