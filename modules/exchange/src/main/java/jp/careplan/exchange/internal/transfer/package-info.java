/** Files on their way through HTTP: multipart in, ZIP out; in memory alone. */
@NullMarked
package jp.careplan.exchange.internal.transfer;

import org.jspecify.annotations.NullMarked;
