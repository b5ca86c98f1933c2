/** The exchange's API over mutual TLS: calls, retries, and what a cut connection means. */
@NullMarked
package jp.careplan.launcher.api;

import org.jspecify.annotations.NullMarked;
