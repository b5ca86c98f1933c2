/** Plans go across: the standard, transmissions, receipts, inbox (連携基盤). */
@NullMarked
package jp.careplan.exchange;

import org.jspecify.annotations.NullMarked;
