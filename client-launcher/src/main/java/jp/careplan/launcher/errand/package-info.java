/** Sending and receiving, so that a crash at any point neither loses nor doubles a unit. */
@NullMarked
package jp.careplan.launcher.errand;

import org.jspecify.annotations.NullMarked;
