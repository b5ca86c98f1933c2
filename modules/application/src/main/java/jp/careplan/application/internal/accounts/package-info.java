/** Pure technique: the file of accounts from the claim system, and what may be wrong with it. */
@NullMarked
package jp.careplan.application.internal.accounts;

import org.jspecify.annotations.NullMarked;
