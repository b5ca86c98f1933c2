/** ベンダ試験: fictitious cases, what must be in the files of one, and what to ask of one. */
@NullMarked
package jp.careplan.exchange.internal.trial;

import org.jspecify.annotations.NullMarked;
