/** The rules by which the chat answers: pure technique. */
@NullMarked
package jp.careplan.support.internal.chat;

import org.jspecify.annotations.NullMarked;
