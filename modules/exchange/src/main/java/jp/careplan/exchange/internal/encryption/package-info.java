/** Content at rest: compressed, AES-256-GCM, a data key a transmission wrapped by a master key. */
@NullMarked
package jp.careplan.exchange.internal.encryption;

import org.jspecify.annotations.NullMarked;
