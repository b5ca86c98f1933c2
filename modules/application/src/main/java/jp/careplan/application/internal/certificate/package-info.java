/**
 * 電子証明書 as pure technique: judging a path ({@link
 * jp.careplan.application.internal.certificate.PathValidation}) and an authority (認証局) of our own
 * ({@link jp.careplan.application.internal.certificate.CertificateAuthority}, {@link
 * jp.careplan.application.internal.certificate.RevocationList}, {@link
 * jp.careplan.application.internal.certificate.OcspResponder}). No database, no network, no clock:
 * the caller says what time it is and brings the data.
 */
@NullMarked
package jp.careplan.application.internal.certificate;

import org.jspecify.annotations.NullMarked;
