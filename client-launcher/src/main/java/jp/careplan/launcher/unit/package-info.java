/** 送信単位: files that belong together by their names, their manifest and the office's signature. */
@NullMarked
package jp.careplan.launcher.unit;

import org.jspecify.annotations.NullMarked;
