/** The way in, in the browser: hand-off, sign-in, lock, password, account. */
@NullMarked
package jp.careplan.application.view;

import org.jspecify.annotations.NullMarked;
