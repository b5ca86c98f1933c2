/** Receipts, verifiable without us, and what the sender signed: CMS SignedData. */
@NullMarked
package jp.careplan.exchange.internal.evidence;

import org.jspecify.annotations.NullMarked;
