/**
 * What can go wrong on the PC or on the way, in the same shape as the server's problem documents,
 * and the exit code that goes with it.
 */
@NullMarked
package jp.careplan.launcher.trouble;

import org.jspecify.annotations.NullMarked;
