/**
 * 利用申請: who an office is, and how it signs in.
 *
 * <p>Doors: {@link jp.careplan.application.OfficeDirectory}, {@link
 * jp.careplan.application.OfficeRegistration}, {@link jp.careplan.application.SigningIn}, {@link
 * jp.careplan.application.PasswordChanging}, {@link jp.careplan.application.PasswordChecking},
 * {@link jp.careplan.application.Terminals}. {@link jp.careplan.application.Caller} tells who is
 * calling in this request. Events: {@link jp.careplan.application.SessionEnded}.
 *
 * <p>運用管理者: {@link jp.careplan.application.OperatorSigningIn}, {@link
 * jp.careplan.application.OperatorAccounts}, {@link jp.careplan.application.OperatorRegistration};
 * what they do to offices: {@link jp.careplan.application.OfficeDesk}, {@link
 * jp.careplan.application.Approvals}, {@link jp.careplan.application.TrailDesk}. {@link
 * jp.careplan.application.OperatorCaller} tells which of them is calling. Event: {@link
 * jp.careplan.application.Approvals.Approved}.
 */
@NullMarked
package jp.careplan.application;

import org.jspecify.annotations.NullMarked;
