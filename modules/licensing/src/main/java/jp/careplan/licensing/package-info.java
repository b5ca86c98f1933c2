/** May this office send today (ライセンス). */
@NullMarked
package jp.careplan.licensing;

import org.jspecify.annotations.NullMarked;
