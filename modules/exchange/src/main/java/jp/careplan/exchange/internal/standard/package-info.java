/** The ministry's standard as tables, and the check of bundles against them; pure functions. */
@NullMarked
package jp.careplan.exchange.internal.standard;

import org.jspecify.annotations.NullMarked;
