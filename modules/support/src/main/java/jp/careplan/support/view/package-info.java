/** The public pages of the help desk. */
@NullMarked
package jp.careplan.support.view;

import org.jspecify.annotations.NullMarked;
