/** Who comes in through which door. */
@NullMarked
package jp.careplan.app.security;

import org.jspecify.annotations.NullMarked;
