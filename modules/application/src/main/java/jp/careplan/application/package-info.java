/**
 * 利用申請: who an office is, and how it signs in.
 *
 * <p>Doors: {@link jp.careplan.application.OfficeDirectory}, {@link
 * jp.careplan.application.OfficeRegistration}, {@link jp.careplan.application.SigningIn}, {@link
 * jp.careplan.application.PasswordChanging}, {@link jp.careplan.application.PasswordChecking},
 * {@link jp.careplan.application.Terminals}. Accounts: {@link
 * jp.careplan.application.AccountImport}, {@link jp.careplan.application.PasswordReset}, {@link
 * jp.careplan.application.PasswordIssuing}, {@link jp.careplan.application.SecurityMail}, {@link
 * jp.careplan.application.RecoveryCodes}, {@link jp.careplan.application.RunningSessions}, {@link
 * jp.careplan.application.IdAsking}, {@link jp.careplan.application.IdRequests}, {@link
 * jp.careplan.application.KokuhoRens}. {@link jp.careplan.application.Caller} tells who is calling
 * in this request. Events: {@link jp.careplan.application.SessionEnded}.
 */
@NullMarked
package jp.careplan.application;

import org.jspecify.annotations.NullMarked;
