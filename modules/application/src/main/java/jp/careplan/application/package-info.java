/**
 * 利用申請: who an office is, how it joins, and how it signs in.
 *
 * <p>Doors: {@link jp.careplan.application.OfficeDirectory}, {@link
 * jp.careplan.application.OfficeRegistration}, {@link jp.careplan.application.SigningIn}, {@link
 * jp.careplan.application.PasswordChanging}, {@link jp.careplan.application.PasswordChecking},
 * {@link jp.careplan.application.Terminals}; {@link jp.careplan.application.Applying}, {@link
 * jp.careplan.application.Reporting}, {@link jp.careplan.application.ApplicationReview}, {@link
 * jp.careplan.application.TermsOfUse}, {@link jp.careplan.application.TermsPublishing}. {@link
 * jp.careplan.application.Caller} tells who is calling in this request. Events: {@link
 * jp.careplan.application.SessionEnded}, {@link jp.careplan.application.UsageApplicationCompleted},
 * {@link jp.careplan.application.OfficeStatusChanged}, {@link
 * jp.careplan.application.TermsChanged}.
 *
 * <p>Certificates: {@link jp.careplan.application.Enrolling}, {@link
 * jp.careplan.application.IssuePasswords}, {@link jp.careplan.application.RevocationPublishing},
 * {@link jp.careplan.application.TerminalStopping}.
 *
 * <p>はじめての手順: {@link jp.careplan.application.Introduction}, {@link
 * jp.careplan.application.CareSoftwareList}. {@link jp.careplan.application.ExchangeSeen} and
 * {@link jp.careplan.application.SessionProfile} are answered by higher modules.
 *
 * <p>Accounts: {@link jp.careplan.application.AccountImport}, {@link
 * jp.careplan.application.PasswordReset}, {@link jp.careplan.application.PasswordIssuing}, {@link
 * jp.careplan.application.SecurityMail}, {@link jp.careplan.application.RecoveryCodes}, {@link
 * jp.careplan.application.RunningSessions}, {@link jp.careplan.application.IdAsking}, {@link
 * jp.careplan.application.IdRequests}, {@link jp.careplan.application.KokuhoRens}, {@link
 * jp.careplan.application.OfficeGroup}.
 *
 * <p>職員: {@link jp.careplan.application.StaffUsers}, {@link jp.careplan.application.Joining},
 * {@link jp.careplan.application.Passkeys}, {@link jp.careplan.application.PasskeySigningIn},
 * {@link jp.careplan.application.PasskeyChecking}.
 *
 * <p>運用管理者: {@link jp.careplan.application.OperatorSigningIn}, {@link
 * jp.careplan.application.OperatorAccounts}, {@link jp.careplan.application.OperatorRegistration};
 * what they do to offices: {@link jp.careplan.application.OfficeDesk}, {@link
 * jp.careplan.application.Approvals}, {@link jp.careplan.application.TrailDesk}; what they change
 * of the house: {@link jp.careplan.application.SettingsDesk}, {@link
 * jp.careplan.application.TrustAnchors}. {@link jp.careplan.application.HouseOperator} is who runs
 * it. {@link jp.careplan.application.OperatorCaller} tells which of them is calling. Event: {@link
 * jp.careplan.application.Approvals.Approved}.
 */
@NullMarked
package jp.careplan.application;

import org.jspecify.annotations.NullMarked;
