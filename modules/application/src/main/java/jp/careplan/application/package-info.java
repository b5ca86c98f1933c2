/**
 * 利用申請: who an office is, and how it signs in.
 *
 * <p>Doors: {@link jp.careplan.application.OfficeDirectory}, {@link
 * jp.careplan.application.OfficeRegistration}, {@link jp.careplan.application.SigningIn}, {@link
 * jp.careplan.application.PasswordChanging}, {@link jp.careplan.application.PasswordChecking},
 * {@link jp.careplan.application.Terminals}, {@link jp.careplan.application.Enrolling}, {@link
 * jp.careplan.application.IssuePasswords}, {@link jp.careplan.application.RevocationPublishing}.
 * {@link jp.careplan.application.Caller} tells who is calling in this request. Events: {@link
 * jp.careplan.application.SessionEnded}.
 */
@NullMarked
package jp.careplan.application;

import org.jspecify.annotations.NullMarked;
