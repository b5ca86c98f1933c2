/** What an office saves: pure arithmetic. */
@NullMarked
package jp.careplan.support.internal.saving;

import org.jspecify.annotations.NullMarked;
