/**
 * The audit trail (監査証跡) as a chain: committed entries are numbered into seals, each of which holds
 * the hash of the one before. Plain JDBC, so that a command verifies it without a server.
 */
@NullMarked
package jp.careplan.kernel.internal.chain;

import org.jspecify.annotations.NullMarked;
