/** The folder that packages of the launcher lie in. */
@NullMarked
package jp.careplan.support.internal.download;

import org.jspecify.annotations.NullMarked;
