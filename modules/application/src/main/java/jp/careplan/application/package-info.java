/**
 * Who an office is and how it signs in: offices, accounts, terminals, certificates, sessions
 * (利用申請).
 */
@NullMarked
package jp.careplan.application;

import org.jspecify.annotations.NullMarked;
