/**
 * The few values every module speaks, and the services all of them need.
 *
 * <p>Values: {@link jp.careplan.kernel.OfficeNumber}, {@link jp.careplan.kernel.ServiceMonth},
 * {@link jp.careplan.kernel.ServiceKind}, {@link jp.careplan.kernel.KjUserId}, {@link
 * jp.careplan.kernel.UserId}. Errors: {@link jp.careplan.kernel.DomainException} with a {@link
 * jp.careplan.kernel.ProblemCode}. Services: {@link jp.careplan.kernel.AuditTrail} appends and
 * {@link jp.careplan.kernel.Mailing} queues in the caller's transaction, {@link
 * jp.careplan.kernel.AuditReading} reads; {@link jp.careplan.kernel.Vault} seals small secrets;
 * {@link jp.careplan.kernel.OperatorSettings} knows what operators decided of what modules declare
 * in {@link jp.careplan.kernel.DeclaredSettings} and {@link jp.careplan.kernel.MailText}; a {@link
 * jp.careplan.kernel.Worker} does what no request waits for.
 */
@NullMarked
package jp.careplan.kernel;

import org.jspecify.annotations.NullMarked;
