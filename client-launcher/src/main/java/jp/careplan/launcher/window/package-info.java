/** The window for people who do not use commands. */
@NullMarked
package jp.careplan.launcher.window;

import org.jspecify.annotations.NullMarked;
