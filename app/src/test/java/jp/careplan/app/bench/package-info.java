/** Measures the exchange, and kills it under load: {@code bench/exchange}, {@code bench/crash}. */
@NullMarked
package jp.careplan.app.bench;

import org.jspecify.annotations.NullMarked;
