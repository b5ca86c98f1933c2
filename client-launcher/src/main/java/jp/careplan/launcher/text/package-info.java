/** How values are written: JSON for programs, Japanese dates for people. */
@NullMarked
package jp.careplan.launcher.text;

import org.jspecify.annotations.NullMarked;
