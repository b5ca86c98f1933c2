/** Messages and attachments: their shape, what they may be, and the scanner they pass. */
@NullMarked
package jp.careplan.exchange.internal.enclosure;

import org.jspecify.annotations.NullMarked;
