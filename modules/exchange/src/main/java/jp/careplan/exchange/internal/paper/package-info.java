/** Forms on paper: PDF, A4 landscape. */
@NullMarked
package jp.careplan.exchange.internal.paper;

import org.jspecify.annotations.NullMarked;
