/** 利用状況: the office's licence on a page and on paper; licences and fees on the operators' desk. */
@NullMarked
package jp.careplan.licensing.view;

import org.jspecify.annotations.NullMarked;
