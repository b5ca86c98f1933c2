/** Licences and fees on the operators' desk. */
@NullMarked
package jp.careplan.licensing.view;

import org.jspecify.annotations.NullMarked;
