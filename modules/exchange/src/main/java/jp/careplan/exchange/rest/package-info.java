/** The exchange's API: wire format only. */
@NullMarked
package jp.careplan.exchange.rest;

import org.jspecify.annotations.NullMarked;
