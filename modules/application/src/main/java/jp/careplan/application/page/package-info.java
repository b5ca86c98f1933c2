/**
 * What every module's pages share: messages, dates as people read them, the login's cookie, the
 * lock.
 */
@NullMarked
package jp.careplan.application.page;

import org.jspecify.annotations.NullMarked;
