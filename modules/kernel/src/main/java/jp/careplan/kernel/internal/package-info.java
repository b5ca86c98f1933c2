/** Pure technique: the mail server. */
@NullMarked
package jp.careplan.kernel.internal;

import org.jspecify.annotations.NullMarked;
