/**
 * The way in, in the browser: hand-off, sign-in, lock, password, account. What every module's pages
 * share stands here too: {@link jp.careplan.application.view.PageMessages}, {@link
 * jp.careplan.application.view.JapaneseTime}.
 */
@NullMarked
package jp.careplan.application.view;

import org.jspecify.annotations.NullMarked;
