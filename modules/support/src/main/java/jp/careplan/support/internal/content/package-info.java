/** The texts that are shipped, and how texts become pages: pure technique. */
@NullMarked
package jp.careplan.support.internal.content;

import org.jspecify.annotations.NullMarked;
