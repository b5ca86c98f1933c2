/** Files that hang on texts: what they are, and what a PDF says. Pure technique. */
@NullMarked
package jp.careplan.support.internal.file;

import org.jspecify.annotations.NullMarked;
