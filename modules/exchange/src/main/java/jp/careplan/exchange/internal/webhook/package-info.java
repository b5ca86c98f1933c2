/**
 * Calls to programs of offices: where they may go, how they are signed, and how little is believed.
 */
@NullMarked
package jp.careplan.exchange.internal.webhook;

import org.jspecify.annotations.NullMarked;
