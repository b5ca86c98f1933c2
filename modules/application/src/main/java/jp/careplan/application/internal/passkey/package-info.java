/** WebAuthn: what a browser answers, checked with WebAuthn4J. */
@NullMarked
package jp.careplan.application.internal.passkey;

import org.jspecify.annotations.NullMarked;
