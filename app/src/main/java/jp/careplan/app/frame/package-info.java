/** What stands around every page: header, navigation, footer, error pages. */
@NullMarked
package jp.careplan.app.frame;

import org.jspecify.annotations.NullMarked;
