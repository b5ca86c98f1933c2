/** Pure technique: password hashing, secrets, reading of certificates. */
@NullMarked
package jp.careplan.application.internal;

import org.jspecify.annotations.NullMarked;
