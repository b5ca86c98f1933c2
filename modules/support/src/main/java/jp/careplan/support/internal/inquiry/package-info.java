/** What guards the forms that anyone may send: pure technique. */
@NullMarked
package jp.careplan.support.internal.inquiry;

import org.jspecify.annotations.NullMarked;
