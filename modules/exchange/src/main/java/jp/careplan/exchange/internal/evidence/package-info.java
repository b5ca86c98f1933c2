/** Receipts: CMS SignedData over a small JSON, verifiable without us. */
@NullMarked
package jp.careplan.exchange.internal.evidence;

import org.jspecify.annotations.NullMarked;
