/** The command line: one class an errand, and how results are printed. */
@NullMarked
package jp.careplan.launcher.command;

import org.jspecify.annotations.NullMarked;
