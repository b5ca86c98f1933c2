/**
 * The few values every module speaks, and the two services all of them need.
 *
 * <p>Values: {@link jp.careplan.kernel.OfficeNumber}, {@link jp.careplan.kernel.ServiceMonth},
 * {@link jp.careplan.kernel.ServiceKind}, {@link jp.careplan.kernel.KjUserId}. Errors: {@link
 * jp.careplan.kernel.DomainException} with a {@link jp.careplan.kernel.ProblemCode}. Service:
 * {@link jp.careplan.kernel.AuditTrail}, which appends in the caller's transaction.
 */
@NullMarked
package jp.careplan.kernel;

import org.jspecify.annotations.NullMarked;
